import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../store/sqlite/open-store.ts'
import type { Store } from '../store/store.ts'
import { type ContentFolder, makeContentFolder } from './content-folder.support.ts'
import type { Knowledge } from './knowledge.ts'
import { openKnowledge } from './open-knowledge.ts'

let dataDir: string
let store: Store
let content: ContentFolder
let knowledge: Knowledge | undefined
let now = Date.parse('2026-03-02T09:00:00Z')

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'fanal-knowledge-'))
  store = await openSqliteStore({ dataDir })
  now = Date.parse('2026-03-02T09:00:00Z')
  content = makeContentFolder({
    'fanal.yaml': 'project: medisoft\ntitle: MediSoft\nlocales: [fr]\n',
    'articles/imprimante.md':
      "---\ntitle: L'imprimante ne répond pas\nsymptoms: [rien ne s'imprime]\n---\nAllumez-la.\n",
    'articles/facture.md': '---\ntitle: Créer une facture\n---\nCliquez.\n',
    'synonyms.yaml': '- [imprimante, copieur]\n',
  })
})

afterEach(async () => {
  await knowledge?.close()
  knowledge = undefined
  await store.close()
  content.dispose()
  rmSync(dataDir, { recursive: true })
})

async function open(options: { watch?: boolean; folders?: string[] } = {}): Promise<Knowledge> {
  knowledge = await openKnowledge({
    folders: [content.folder],
    store,
    now: () => now,
    log: pino({ level: 'silent' }),
    watch: false,
    ...options,
  })
  return knowledge
}

/** Resolves when the project has been loaded again. */
function nextChange(from: Knowledge): Promise<string> {
  return new Promise((resolve) => {
    const undo = from.onChange((project) => {
      undo()
      resolve(project)
    })
  })
}

test('a folder is served by project and by public key, and found by its words and synonyms', async () => {
  const base = (await open()).byPublicKey('pk_medisoft')
  expect(base?.project).toBe('medisoft')
  expect(base?.search("rien ne s'imprime").map((hit) => hit.articleId)).toEqual(['imprimante'])
  expect(base?.search('copieur').map((hit) => hit.articleId)).toEqual(['imprimante'])
  expect(await store.projects.get('medisoft')).toMatchObject({ id: 'medisoft', title: 'MediSoft' })
})

test('a revision counts up when what a reader sees changes, and only then', async () => {
  const first = await open()
  expect(first.get('medisoft')?.articles.get('facture')).toMatchObject({
    revision: 1,
    updatedAt: '2026-03-02T09:00:00.000Z',
  })
  await first.close()
  now += 86_400_000
  content.write('articles/facture.md', '---\ntitle: Créer une facture\nowner: Anne\n---\nCliquez.\n')
  const second = await open()
  expect(second.get('medisoft')?.articles.get('facture')?.revision).toBe(1)
  await second.close()
  content.write('articles/facture.md', '---\ntitle: Créer une facture\n---\nCliquez deux fois.\n')
  expect((await open()).get('medisoft')?.articles.get('facture')).toMatchObject({
    revision: 2,
    updatedAt: '2026-03-03T09:00:00.000Z',
  })
})

test('a new file is found as soon as it has settled', async () => {
  const watched = await open({ watch: true })
  const changed = nextChange(watched)
  content.write('articles/sauvegarde.md', '---\ntitle: Restaurer une sauvegarde\n---\nBranchez le disque.\n')
  expect(await changed).toBe('medisoft')
  expect(
    watched
      .get('medisoft')
      ?.search('sauvegarde')
      .map((hit) => hit.articleId),
  ).toEqual(['sauvegarde'])
})

test('a file that breaks keeps its last good version and says why; a removed one goes', async () => {
  const watched = await open({ watch: true })
  const broken = nextChange(watched)
  content.write('articles/imprimante.md', '---\ntitle: "Nouveau\n---\nAutre texte.\n')
  await broken
  const base = watched.get('medisoft')
  expect(base?.articles.get('imprimante')).toMatchObject({ title: "L'imprimante ne répond pas", revision: 1 })
  expect(base?.findings).toMatchObject([{ file: 'articles/imprimante.md', line: 2, severity: 'error' }])
  const removed = nextChange(watched)
  content.remove('articles/imprimante.md')
  await removed
  expect([...(watched.get('medisoft')?.articles.keys() ?? [])]).toEqual(['facture'])
})

test('settings that break keep their last good version', async () => {
  const watched = await open({ watch: true })
  const broken = nextChange(watched)
  content.write('fanal.yaml', 'project: [\n')
  await broken
  expect(watched.get('medisoft')?.settings.title).toBe('MediSoft')
  expect(watched.get('medisoft')?.findings[0]).toMatchObject({ file: 'fanal.yaml', severity: 'error' })
})

test('a project that exists only in the store has an empty knowledge base', async () => {
  await store.projects.upsert({ id: 'importé', title: 'Importé' }, now)
  const base = (await open()).get('importé')
  expect(base).toMatchObject({ folder: null, publicKey: 'pk_importé', settings: { privacy: { mode: 'identified' } } })
  expect(base?.articles.size).toBe(0)
  expect(base?.search('facture')).toEqual([])
})

test('two folders of one project are refused', async () => {
  const twin = makeContentFolder({ 'fanal.yaml': 'project: medisoft\n' }, 'jumeau')
  try {
    await expect(open({ folders: [content.folder, twin.folder] })).rejects.toThrow(
      /jumeau and .*aide both have project "medisoft". Give each its own in fanal.yaml./,
    )
  } finally {
    twin.dispose()
  }
})

test('what visitors taught is searched at once, and still when the content has been loaded again', async () => {
  const base = await open({ watch: true })
  const find = () =>
    base
      .get('medisoft')
      ?.search('ça mouline')
      .map((hit) => hit.articleId)
  expect(find()).toEqual([])
  await base.learn('medisoft', new Map([['imprimante', ['ça mouline']]]))
  expect(find()).toEqual(['imprimante'])
  const learnt = base.get('medisoft')
  await base.learn('medisoft', new Map([['imprimante', ['ça mouline']]]))
  expect(base.get('medisoft')).toBe(learnt)

  const changed = nextChange(base)
  content.write('articles/scanner.md', '---\ntitle: Brancher le scanner\n---\nBranchez-le.\n')
  expect(await changed).toBe('medisoft')
  expect(base.get('medisoft')?.articles.has('scanner')).toBe(true)
  expect(find()).toEqual(['imprimante'])
})
