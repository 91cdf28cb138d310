import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentFolder, makeContentFolder } from '../content-folder.support.ts'
import type { KnowledgeBase } from '../knowledge.ts'
import { unpublishedBase } from '../knowledge-base.ts'
import { loadContent } from '../load-content.ts'
import { findRecords } from './find-records.ts'
import { readParams } from './search-params.ts'

const article = (title: string, matter: string) => `---\ntitle: ${title}\n${matter}---\nLancez l'impression.\n`

let content: ContentFolder
let base: KnowledgeBase

beforeAll(async () => {
  content = makeContentFolder({
    'fanal.yaml': 'project: cabinet\nlocales: [fr]\n',
    'articles/facture.md': article('Imprimer une facture', 'pages: ["/patients/:id/factures"]\n'),
    'articles/ordonnance.md': article('Imprimer une ordonnance', 'topics: [ordonnances]\nerrors: [IMP-02]\n'),
    'articles/reseau.md': article('Imprimer sur le réseau', 'features: [reseau]\n'),
  })
  base = await unpublishedBase(await loadContent(content.folder))
})
afterAll(() => content.dispose())

/** Hits of one query, each with what spoke for it besides. */
function find(query: string, ...ruleContexts: string[]): string[] {
  const { records } = findRecords(
    base,
    { name: 'cabinet_fr', locale: 'fr', records: 'articles' },
    readParams({ query, ruleContexts }),
  )
  return records.map(({ record, why }) => `${record.article.id} ${why?.prior?.why ?? '-'}`)
}

test('the same words find another article first on another page, and each says why', () => {
  expect(find('imprimer')[0]).toBe('facture -')
  expect(find('imprimer', 'page:/patients/12/factures')[0]).toBe('facture page:/patients/:id/factures')
  expect(find('imprimer', 'page:/dossier', 'topic:ordonnances')[0]).toBe('ordonnance topic:ordonnances')
  expect(find('imprimer', 'error:IMP-02')[0]).toBe('ordonnance error:IMP-02')
})

test('words decide: where the visitor is never lifts an article that says less of the query above one that says it', () => {
  const everything = ['page:/patients/12/factures', 'topic:ordonnances', 'error:IMP-02']
  expect(find('imprimer sur le réseau', ...everything)[0]).toBe('reseau -')
  expect(find('imprimer une facture', 'topic:ordonnances', 'error:IMP-02')[0]).toBe('facture -')
})

test('contexts of other clients say nothing', () => {
  expect(find('imprimer', 'campaign-42', 'promo:ordonnances')).toEqual(find('imprimer'))
})
