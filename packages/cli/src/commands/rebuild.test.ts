import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@fanal/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fanal } from '../command.support.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-rebuild-'))
  vi.stubEnv('FANAL_DATA', join(folder, '.fanal'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Imports three accounts that searched the same, read the same article and found it helpful. */
async function importThree(): Promise<void> {
  const lately = Date.now() - 24 * 3_600_000
  const lines = ['lyon', 'nice', 'brest'].flatMap((accountId) => {
    const searchId = `search-${accountId}`
    const story: [name: string, props: object][] = [
      ['search_committed', { searchId, query: 'ça mouline', hits: 3 }],
      ['result_clicked', { searchId, articleId: 'A7', position: 1 }],
      ['article_read', { articleId: 'A7', revision: 1, activeMs: 20_000 }],
      ['vote_cast', { articleId: 'A7', revision: 1, helpful: true }],
    ]
    return story.map(([name, props], place) => {
      const who = { sessionId: accountId, visitorId: `dr-${accountId}`, accountId, page: { key: '/' } }
      return JSON.stringify({ kind: 'signal', id: `${accountId}-${place}`, name, at: lately + place, ...who, props })
    })
  })
  writeFileSync(join(folder, 'three.ndjson'), lines.join('\n'))
  const { code } = await fanal(['import', join(folder, 'three.ndjson'), '--project', 'demo'])
  expect(code).toBe(0)
}

test('rebuild catches up with new signals, and then changes nothing', async () => {
  await importThree()
  const first = await fanal(['rebuild', '--project', 'demo'])
  expect(first).toEqual({
    code: 0,
    out: 'demo phrasings: 1 row made and compared, 1 new or changed by signals since the last time\n',
    err: '',
  })
  const again = { code: 0, out: 'demo phrasings: 1 row made and compared, nothing changed\n', err: '' }
  expect(await fanal(['rebuild'])).toEqual(again)
})

test('rebuild names what was stored otherwise, mends it and ends with 1', async () => {
  await importThree()
  await fanal(['rebuild'])
  const store = await openStore({ dataDir: join(folder, '.fanal'), databaseUrl: null, now: Date.now() })
  const { phrasings, mark } = await store.phrasings.read('demo')
  const [row] = phrasings
  if (!row || !mark) throw new Error('nothing was stored')
  await store.phrasings.replace('demo', [{ ...row, accounts: 4 }], mark)
  await store.close()
  expect(await fanal(['rebuild'])).toEqual({
    code: 1,
    out: 'demo phrasings: 1 row made and compared, 1 wrong and mended\n',
    err: `demo phrasings = A7 ${row.id}\n`,
  })
  expect((await fanal(['rebuild'])).code).toBe(0)
})

test('rebuild says which projects there are, and that there is no database', async () => {
  expect(await fanal(['rebuild', '--data', join(folder, 'nowhere')])).toMatchObject({ code: 3, out: '' })
  await importThree()
  expect(await fanal(['rebuild', '--project', 'other'])).toEqual({
    code: 2,
    out: '',
    err: 'There is no project "other". There are: demo.\n',
  })
})
