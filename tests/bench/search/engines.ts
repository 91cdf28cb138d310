/**
 * The engines compared: each by default, and where that is known to be poor in French, set as its manual advises.
 * All get the same fields of the same articles; none but Fanal reads `synonyms.yaml`, for none can.
 */
import { DatabaseSync } from 'node:sqlite'
import { analyse, createSearchIndex, type SearchDocument } from '@fanal/search'
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { Document as FlexDocument } from 'flexsearch'
import MiniSearch from 'minisearch'
import type { BenchSet } from './knowledge-bases.ts'

export interface Engine {
  name: string
  build(set: Omit<BenchSet, 'queries'>): BuiltEngine
}

export interface BuiltEngine {
  search(query: string, limit: number): { ids: string[]; confidence: number }
  /** where the engine can tell; otherwise the bench measures the heap */
  bytes?(): number
}

type Flat = Record<'id' | 'title' | 'symptoms' | 'summary' | 'headings' | 'body', string>
const fields = ['title', 'symptoms', 'summary', 'headings', 'body'] as const

export const fanal: Engine = {
  name: 'Fanal',
  build({ documents, synonyms, locale }) {
    const index = createSearchIndex(documents, { synonyms })
    return {
      search(query, limit) {
        const { hits, confidence } = index.search(query, { locale, limit })
        return { ids: hits.map(({ id }) => id), confidence }
      },
    }
  },
}

const miniSearchDefault: Engine = {
  name: 'MiniSearch, default',
  build: ({ documents }) => miniSearch(documents, {}, {}),
}

const miniSearchTuned: Engine = {
  name: 'MiniSearch, well set (our analysis)',
  build: ({ documents, locale }) =>
    miniSearch(
      documents,
      { tokenize: (text: string) => analyse(text, locale), processTerm: (term: string) => term },
      {
        boost: { title: 2, symptoms: 2, summary: 1.5 },
        fuzzy: 0.2,
        prefix: (_: string, i: number, all: string[]) => i === all.length - 1,
      },
    ),
}

function miniSearch(documents: readonly SearchDocument[], options: object, searchOptions: object): BuiltEngine {
  const index = new MiniSearch<Flat>({ fields: [...fields], ...options, searchOptions })
  index.addAll(documents.map(flatten))
  return {
    search(query, limit) {
      const found = index.search(query)
      return { ids: found.slice(0, limit).map(({ id }) => String(id)), confidence: found[0]?.score ?? 0 }
    },
  }
}

const orama: Engine = {
  name: 'Orama, its stemmer',
  build({ documents, locale }) {
    const french = locale === 'fr'
    const index = create({
      schema: {
        id: 'string',
        title: 'string',
        symptoms: 'string',
        summary: 'string',
        headings: 'string',
        body: 'string',
      },
      components: {
        tokenizer: {
          language: french ? 'french' : 'english',
          stemming: true,
          stemmer: french ? stemFrench : stemEnglish,
        },
      },
    } as const)
    insertMultiple(index, documents.map(flatten))
    return {
      search(query, limit) {
        const asked = {
          term: query,
          limit,
          threshold: 1,
          tolerance: 1,
          properties: [...fields],
          boost: { title: 2, symptoms: 2 },
        }
        const found = searchOrama(index, asked)
        if (found instanceof Promise) throw new Error('Orama answered later; without hooks it answers at once.')
        return { ids: found.hits.map(({ document }) => String(document.id)), confidence: found.hits[0]?.score ?? 0 }
      },
    }
  },
}

const flexSearch: Engine = {
  name: 'FlexSearch, suggesting',
  build({ documents }) {
    const index = new FlexDocument({
      document: { id: 'id', index: [...fields] },
      tokenize: 'forward',
      encoder: 'LatinBalance',
    })
    for (const document of documents) index.add(flatten(document))
    return {
      search(query, limit) {
        const found = index.search(query, { limit, suggest: true, merge: true }) as unknown as { id: string }[]
        return { ids: found.map(({ id }) => String(id)), confidence: found.length }
      },
    }
  },
}

const fts5: Engine = {
  name: 'SQLite FTS5, well set',
  build({ documents, locale }) {
    const database = new DatabaseSync(':memory:')
    const porter = locale === 'en' ? 'porter ' : ''
    database.exec(
      `CREATE VIRTUAL TABLE help USING fts5(id UNINDEXED, ${fields.join(', ')}, tokenize = "${porter}unicode61 remove_diacritics 2")`,
    )
    const insert = database.prepare('INSERT INTO help VALUES (?, ?, ?, ?, ?, ?)')
    for (const document of documents) {
      const flat = flatten(document)
      insert.run(flat.id, ...fields.map((field) => flat[field]))
    }
    const select = database.prepare(
      'SELECT id, bm25(help, 0, 4, 4, 2, 2, 1) AS score FROM help WHERE help MATCH ? ORDER BY score LIMIT ?',
    )
    const pages = database.prepare(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
    )
    return {
      search(query, limit) {
        const words = query.match(/[\p{L}\p{N}]{3,}/gu) ?? []
        if (words.length === 0) return { ids: [], confidence: 0 }
        const asked = words.map((word) => (word.length > 4 ? `"${word.slice(0, -1)}"*` : `"${word}"`)).join(' OR ')
        const found = select.all(asked, limit) as { id: string; score: number }[]
        return { ids: found.map(({ id }) => id), confidence: -(found[0]?.score ?? 0) }
      },
      bytes: () => Number((pages.get() as { bytes: number }).bytes),
    }
  },
}

export const peers: readonly Engine[] = [miniSearchDefault, miniSearchTuned, orama, flexSearch, fts5]

function flatten(document: SearchDocument): Flat {
  return {
    id: document.id,
    title: document.title,
    symptoms: (document.symptoms ?? []).join('\n'),
    summary: document.summary ?? '',
    headings: (document.headings ?? []).join('\n'),
    body: document.body,
  }
}
