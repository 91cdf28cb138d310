/** Writes a knowledge base in its compact form. Shape and reasons: compact-index.ts. Pure. */
import { type CountedLocale, countArticles } from '../count-articles.ts'
import type { SearchDocument } from '../search-index.ts'
import type { SynonymGroups } from '../synonyms.ts'
import { defaultTuning } from '../tuning.ts'
import { type CompactCounts, type CompactIndex, type CompactLocale, compactFormat } from './compact-index.ts'
import { writeNumbers, writeRanked } from './numbers-as-text.ts'
import { sharedStart, writeWords } from './words-as-text.ts'

export interface CompactDocument extends SearchDocument {
  category: string | null
}

/** @param documents those the index is made of; ids must be unique */
export function writeCompactIndex(documents: readonly CompactDocument[], synonyms: SynonymGroups): CompactIndex {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const untold = documents.map((document) => ({ ...document, title: '', summary: '', symptoms: [] }))
  return {
    format: compactFormat,
    synonyms,
    locales: countArticles(untold, defaultTuning).map((counted) =>
      writeLocale(
        counted,
        counted.articles.flatMap(({ id }) => byId.get(id) ?? []),
      ),
    ),
  }
}

function writeLocale(counted: CountedLocale, documents: readonly CompactDocument[]): CompactLocale {
  const categories = [...new Set(documents.flatMap(({ category }) => category ?? []))]
  return {
    locale: counted.locale,
    ids: documents.map(({ id }) => id),
    titles: documents.map(({ title }) => title),
    summaries: documents.map(({ summary = '' }) => summary),
    symptoms: documents.map(({ symptoms = [] }) => [...symptoms]),
    categories,
    category: writeNumbers(documents.map(({ category }) => (category === null ? 0 : categories.indexOf(category) + 1))),
    counted: writeCounts(counted),
  }
}

function writeCounts({ vocabulary, terms }: CountedLocale): CompactCounts {
  const entries = vocabulary.entries()
  const ofWords = new Set(entries.map(([, term]) => term))
  const others = [...terms.lists.keys()].filter((term) => !ofWords.has(term))
  const lists = [...ofWords, ...others].flatMap((term) => terms.lists.get(term) ?? [])
  const steps = lists.flatMap(({ documents }) => documents.map((one, place) => one - (documents[place - 1] ?? 0)))
  return {
    lengths: writeNumbers(terms.lengths.flatMap((lengths) => [...lengths])),
    words: writeWords(entries.map(([word]) => word)),
    ...writeTerms(entries),
    others,
    spreads: writeNumbers(lists.map(({ documents }) => documents.length)),
    steps: writeNumbers(steps),
    counts: writeRanked(lists.flatMap(({ counts }) => counts)),
    passages: writeRanked(lists.flatMap(({ passages }) => passages.map((bits) => bits >>> 0))),
  }
}

/** Most terms are the beginning of their word. */
function writeTerms(entries: readonly [word: string, term: string][]): Pick<CompactCounts, 'cuts' | 'endings'> {
  const cuts: number[] = []
  const endings: string[] = []
  for (const [word, term] of entries) {
    const shared = sharedStart(word, term)
    const goesOn = shared < term.length
    cuts.push((word.length - shared) * 2 + (goesOn ? 1 : 0))
    if (goesOn) endings.push(term.slice(shared))
  }
  return { cuts: writeNumbers(cuts), endings }
}
