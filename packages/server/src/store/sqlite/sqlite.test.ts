import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeStore } from '../store.suite.ts'
import { openSqliteStore } from './open-store.ts'

describeStore('sqlite', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fanal-store-'))
  let store = await openSqliteStore({ dataDir })
  return {
    store,
    async reopen() {
      await store.close()
      store = await openSqliteStore({ dataDir })
      return store
    },
    async dispose() {
      await store.close()
      rmSync(dataDir, { recursive: true })
    },
  }
})

describe('sqlite file', () => {
  let dataDir: string

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'fanal-store-'))
  })

  afterEach(() => {
    chmodSync(dataDir, 0o700)
    rmSync(dataDir, { recursive: true })
  })

  test('is opened in WAL mode', async () => {
    const store = await openSqliteStore({ dataDir })
    await store.close()
    const database = new DatabaseSync(join(dataDir, 'fanal.sqlite'))
    expect(database.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
    database.close()
  })

  test('made by a newer version is refused and left as it is', async () => {
    await (await openSqliteStore({ dataDir })).close()
    const database = new DatabaseSync(join(dataDir, 'fanal.sqlite'))
    database.exec(`insert into fanal_migration (name, timestamp) values ('9999-future', '2030-01-01T00:00:00.000Z')`)
    database.close()
    await expect(openSqliteStore({ dataDir })).rejects.toThrow(
      'The store cannot be written (the database was made by a newer version of Fanal; update Fanal). Nothing was accepted; send it again later.',
    )
  })

  test('that is no database is refused', async () => {
    writeFileSync(join(dataDir, 'fanal.sqlite'), 'not a database, but long enough to have a header. '.repeat(20))
    await expect(openSqliteStore({ dataDir })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })

  test('a data folder that cannot be made is refused by name', async () => {
    writeFileSync(join(dataDir, 'file'), '')
    await expect(openSqliteStore({ dataDir: join(dataDir, 'file', 'data') })).rejects.toThrow(
      `the data folder ${join(dataDir, 'file', 'data')} cannot be made: ENOTDIR`,
    )
  })

  test('a write lock held by another process beyond the time limit is STORE_UNAVAILABLE, and passes', async () => {
    const store = await openSqliteStore({ dataDir, busyTimeoutMs: 20 })
    const other = new DatabaseSync(join(dataDir, 'fanal.sqlite'))
    other.exec('begin immediate')
    await expect(store.checkWritable()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    other.exec('rollback')
    other.close()
    await expect(store.checkWritable()).resolves.toBeUndefined()
    await store.close()
  })

  test('what was answered survives the process being killed', () => {
    const script = `
      const { openSqliteStore } = await import(${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)})
      const store = await openSqliteStore({ dataDir: ${JSON.stringify(dataDir)} })
      const signal = (id) => ({ id, name: 'page_viewed', at: 1, sessionId: 's', page: { key: '/' }, props: {}, receivedAt: 1, verified: false })
      await store.signals.append('p', Array.from({ length: 50 }, (_, index) => signal('s' + index)))
      process.kill(process.pid, 'SIGKILL')`
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(killed.signal).toBe('SIGKILL')
    const database = new DatabaseSync(join(dataDir, 'fanal.sqlite'))
    expect(database.prepare('select count(*) as count from signals').get()).toEqual(
      expect.objectContaining({ count: 50 }),
    )
    database.close()
  })
})
