/** The compact form against the index it was made of: on the example practice's help, asked every query of the bench. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { loadContent } from '@fanal/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { multiply } from '../../../../tests/bench/search/knowledge-bases.ts'
import { readQueries } from '../../../../tests/bench/search/queries.ts'
import { toSearchDocument } from '../../../server/src/knowledge/build-index.ts'
import { createSearchIndex, type SearchIndex, type SearchOptions } from '../search-index.ts'
import type { SynonymGroups } from '../synonyms.ts'
import { readCompactIndex } from './read-compact-index.ts'
import { type CompactDocument, writeCompactIndex } from './write-compact-index.ts'

const helpDir = fileURLToPath(new URL('../../../../examples/cabinet/help', import.meta.url))
const queries = ['cabinet.fr', 'gnome-help.fr', 'gnome-help.en'].flatMap((name) => readQueries(name))
let documents: CompactDocument[]
let synonyms: SynonymGroups

beforeAll(async () => {
  const content = await loadContent(helpDir)
  synonyms = content.synonyms
  documents = content.articles.map((article) => ({ ...toSearchDocument(article), category: article.category }))
})

/** Over the wire and back. */
const travelled = (written: CompactDocument[]) =>
  readCompactIndex(JSON.parse(JSON.stringify(writeCompactIndex(written, synonyms))))

function answer(index: SearchIndex, query: string, options: SearchOptions = {}) {
  const { hits, total, confidence } = index.search(query, { limit: 1000, ...options })
  return {
    hits: hits.map(({ id, score, coverage, passage, matches }) => ({ id, score, coverage, passage, ...matches() })),
    total,
    confidence,
  }
}

describe('the compact form', () => {
  it('answers every query of the bench as the index does: order, scores, reasons, confidence', () => {
    const here = createSearchIndex(documents, { synonyms })
    const { index: there } = travelled(documents)
    expect(queries.length).toBeGreaterThan(400)
    let found = 0
    for (const { query } of queries) {
      expect(answer(there, query), query).toEqual(answer(here, query))
      found += here.search(query).total
    }
    expect(found).toBeGreaterThan(500)
  })

  it('answers each beginning of a query as it is typed, spaces at its end too', () => {
    const here = createSearchIndex(documents, { synonyms })
    const { index: there } = travelled(documents)
    for (const query of ['imprimante hors ligne ', 'carte vitlae', 'B2-043', 'pas de réseau', "l'ordo"]) {
      for (let end = 1; end <= query.length; end++) {
        const typed = query.slice(0, end)
        expect(answer(there, typed), typed).toEqual(answer(here, typed))
      }
    }
  })

  it('keeps locales apart, words with signs, what visitors said, and articles without anything', () => {
    const mixed: CompactDocument[] = [
      { id: 'b', locale: 'en', title: 'Printing', body: 'Turn the printer on.', category: null },
      {
        id: 'a',
        locale: 'fr',
        title: 'Imprimer',
        body: 'Étape ⒈ allumez. ﷺ',
        category: 'Papier',
        learned: ['bourrage'],
      },
      { id: 'c', locale: 'fr', title: '', summary: '', body: '', category: 'Papier' },
    ]
    const { index, outlines } = travelled(mixed)
    const here = createSearchIndex(mixed, { synonyms })
    for (const query of ['imprimer', 'bourrage', 'printer', '⒈', 'ﷺ', 'allume', 'pas']) {
      for (const options of [{}, { locale: 'fr' }, { locale: 'en' }])
        expect(answer(index, query, options), query).toEqual(answer(here, query, options))
    }
    expect(index.search('bourrage').hits.map(({ id }) => id)).toEqual(['a'])
    expect([...outlines.values()]).toEqual([
      { id: 'b', locale: 'en', title: 'Printing', summary: null, category: null },
      { id: 'a', locale: 'fr', title: 'Imprimer', summary: null, category: 'Papier' },
      { id: 'c', locale: 'fr', title: '', summary: null, category: 'Papier' },
    ])
  })

  it('of no article finds nothing', () => {
    const { index, outlines } = travelled([])
    expect(index.search('imprimante')).toEqual({ hits: [], total: 0, confidence: 0 })
    expect(outlines.size).toBe(0)
  })

  it('of another format is refused', () => {
    expect(() => readCompactIndex({ format: 2, synonyms: [], locales: [] })).toThrow('format 2')
  })

  it('weighs at most 10 kB for the example practice and 70 kB for 260 articles, gzip', () => {
    const bytes = (written: CompactDocument[]) => gzipSync(JSON.stringify(writeCompactIndex(written, synonyms))).length
    expect(documents).toHaveLength(24)
    expect(bytes(documents)).toBeLessThanOrEqual(10_000)
    const many = multiply(documents, 260).map((document) => ({ ...document, category: 'Facturation' }))
    expect(bytes(many)).toBeLessThanOrEqual(70_000)
  })
})
