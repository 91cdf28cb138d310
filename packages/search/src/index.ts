/** Text to articles: French and English analysis, index, ranking, highlighting. Pure; browser and server. */
export { type AnalysisStep, analyse, foldText, type Token, tokenize } from './analyse.ts'
export type { CompactIndex, Outline } from './compact/compact-index.ts'
export { type ReadIndex, readCompactIndex } from './compact/read-compact-index.ts'
export { type CompactDocument, writeCompactIndex } from './compact/write-compact-index.ts'
export { editDistance } from './edit-distance.ts'
export {
  escapeHtml,
  type HighlightOptions,
  highlight,
  type SnippetOptions,
  snippet,
} from './highlight.ts'
export { type Language, languageOf } from './language.ts'
export type { Alternative, Concept } from './query-concepts.ts'
export type { Prior } from './rank.ts'
export {
  createSearchIndex,
  createSearchIndexInSteps,
  type HitMatches,
  type IndexHit,
  type ReadingOptions,
  type SearchDocument,
  type SearchIndex,
  type SearchOptions,
  type SearchResults,
} from './search-index.ts'
export type { SynonymGroups } from './synonyms.ts'
export { defaultTuning, type SearchField, type Tuning } from './tuning.ts'
