import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteStore } from '../sqlite/open-store.ts'
import { describeStore } from '../store.suite.ts'
import type { StoredSignal } from '../store.ts'
import { openPostgresStore } from './open-store.ts'
import { startPostgres, type TestPostgres } from './start-postgres.support.ts'

let server: TestPostgres
/** has the tables, and nobody is connected to it */
let prepared: string
const now = Date.UTC(2026, 2, 2)
const open = (databaseUrl: string) => openPostgresStore({ databaseUrl, now })

beforeAll(async () => {
  server = await startPostgres()
  prepared = await server.createDatabase()
  await (await open(prepared)).close()
}, 120_000)
afterAll(() => server.stop(), 60_000)

describeStore('postgres', async () => {
  const databaseUrl = await server.createDatabase(prepared)
  let store = await open(databaseUrl)
  return {
    store,
    async reopen() {
      await store.close()
      store = await open(databaseUrl)
      return store
    },
    dispose: () => store.close(),
  }
})

async function query<Row extends object>(databaseUrl: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

/** @param at what its id says */
function signal(at: number, place: number): StoredSignal {
  const time = at.toString(16).padStart(12, '0')
  return {
    id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(place).padStart(12, '0')}`,
    name: 'panel_opened',
    at,
    sessionId: 's1',
    page: { key: '/facturation' },
    props: { by: 'launcher' },
    receivedAt: at,
    verified: false,
  }
}

describe('postgres', () => {
  test('has the tables and columns that SQLite has', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    await (await open(databaseUrl)).close()
    const postgres = await query<{ name: string }>(
      databaseUrl,
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name !~ '^(signals_|fanal_)'`,
    )
    const dataDir = mkdtempSync(join(tmpdir(), 'fanal-store-'))
    await (await openSqliteStore({ dataDir })).close()
    const database = new DatabaseSync(join(dataDir, 'fanal.sqlite'))
    const sqlite = database
      .prepare(
        `select m.name || '.' || c.name as name from sqlite_schema m, pragma_table_info(m.name) c
         where m.type = 'table' and m.name not like 'fanal_%' and m.name not like 'sqlite_%'`,
      )
      .all()
    database.close()
    rmSync(dataDir, { recursive: true })
    const names = (rows: readonly object[]) => rows.map((row) => ('name' in row ? row.name : null)).sort()
    expect(names(postgres)).toEqual(names(sqlite))
    expect(postgres.length).toBeGreaterThan(50)
  })

  test('puts a signal in the month its id tells, and one of no month beside them', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    const store = await open(databaseUrl)
    const old = signal(Date.UTC(2019, 0, 1), 3)
    await store.signals.append('medisoft', [
      signal(Date.UTC(2026, 2, 31, 23, 59), 1),
      signal(Date.UTC(2026, 3, 1), 2),
      old,
      { ...signal(now, 4), id: 'e01' },
    ])
    expect(
      await query(
        databaseUrl,
        'select tableoid::regclass::text as part, count(*)::int from signals group by 1 order by 1',
      ),
    ).toEqual([
      { part: 'signals_2026_03', count: 1 },
      { part: 'signals_2026_04', count: 1 },
      { part: 'signals_other', count: 2 },
    ])
    expect(await store.signals.append('medisoft', [{ ...old, at: old.at + 5 }])).toMatchObject({ accepted: 0 })
    await store.close()
  })

  test('keeps a month that began without a partition where it is', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    const store = await open(databaseUrl)
    const late = signal(Date.UTC(2028, 4, 2), 1)
    await store.signals.append('medisoft', [late])
    await store.close()
    const later = await openPostgresStore({ databaseUrl, now: Date.UTC(2028, 4, 3) })
    expect(await later.signals.append('medisoft', [late, signal(Date.UTC(2028, 4, 4), 2)])).toMatchObject({
      accepted: 1,
    })
    expect(await later.signals.count('medisoft')).toBe(2)
    await later.close()
  })

  test('reads one project and time by an index, whichever the months', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    const store = await open(databaseUrl)
    await store.signals.append(
      'medisoft',
      Array.from({ length: 2000 }, (_, place) => signal(now + place * 60_000, place)),
    )
    await store.close()
    await query(databaseUrl, 'analyze signals')
    const plan = await query(
      databaseUrl,
      `explain (format json) select * from signals
       where project = 'medisoft' and at >= ${now} and at < ${now + 3_600_000} order by at, id`,
    )
    expect(JSON.stringify(plan)).toContain('"Index Name":"signals_2026_03_project_at_idx"')
  })

  test('two servers that are sent the same signals at once keep each of them once', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    const stores = await Promise.all([open(databaseUrl), open(databaseUrl)])
    const signals = Array.from({ length: 300 }, (_, place) => signal(now + place, place))
    const accepted = await Promise.all(
      Array.from({ length: 20 }, (_, round) => {
        const sent = round % 2 ? signals : signals.toReversed()
        return stores[round % 2]?.signals.append('medisoft', sent)
      }),
    )
    expect(accepted.reduce((sum, result) => sum + (result?.accepted ?? 0), 0)).toBe(300)
    expect(await stores[0]?.signals.count('medisoft')).toBe(300)
    for (const store of stores) await store.close()
  })

  test('two servers that publish the same change make one revision of it', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    const stores = await Promise.all([open(databaseUrl), open(databaseUrl)])
    const article = { articleId: 'A12', title: 'Ordonnances', contentHash: 'abc' }
    await Promise.all(stores.map((store) => store.revisions.publish('medisoft', [article], now)))
    expect(await stores[0]?.revisions.history('medisoft')).toHaveLength(1)
    for (const store of stores) await store.close()
  })

  test('that is away is STORE_UNAVAILABLE, and nothing has to be started again once it is back', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    const store = await open(databaseUrl)
    await store.signals.append('medisoft', [signal(now, 1)])
    await server.restart(async () => {
      await expect(store.signals.append('medisoft', [signal(now, 2)])).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      })
      await expect(store.checkWritable()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    })
    expect(await store.signals.append('medisoft', [signal(now, 1), signal(now, 2)])).toEqual({
      accepted: 1,
      duplicateIds: [signal(now, 1).id],
    })
    await store.close()
  })

  test('that refuses the password, or has no such database, is named without it', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    for (const wrong of [databaseUrl.replace('fanal:fanal', 'fanal:wrong-secret'), `${databaseUrl}_not`]) {
      const refused = await open(wrong).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'STORE_UNAVAILABLE' })
      expect(String(refused)).not.toContain('wrong-secret')
    }
  })

  test('that a newer version has changed is refused and left as it is', async () => {
    const databaseUrl = await server.createDatabase(prepared)
    await (await open(databaseUrl)).close()
    await query(
      databaseUrl,
      `insert into fanal_migration (name, timestamp) values ('9999-future', '2030-01-01T00:00:00.000Z')`,
    )
    await expect(open(databaseUrl)).rejects.toThrow('the database was made by a newer version of Fanal; update Fanal')
  })

  test('servers that start together prepare the tables once', async () => {
    const databaseUrl = await server.createDatabase()
    const stores = await Promise.all([1, 2, 3].map(() => open(databaseUrl)))
    for (const store of stores) {
      await store.checkWritable()
      await store.close()
    }
  })
})
