/** What the server knows of each project's content: settings, articles, flows, and the search index made from them. */
import type { Article, ArticleFrontMatter, Flow, ProjectSettings } from '@fanal/contract'
import type { SearchIndex, SynonymGroups } from '@fanal/search'
import type { LearnedTexts } from './build-index.ts'

/** One thing wrong with a content file, as shown to its owner. */
export interface Finding {
  /** relative to the content folder */
  file: string
  /** from 1 */
  line: number
  severity: 'error' | 'warning'
  /** what is wrong, the value, how to mend it */
  message: string
}

export interface LoadedArticle extends Article {
  /** relative to the content folder */
  file: string
  frontMatter: ArticleFrontMatter
  /** the body without markup, for search */
  plainText: string
  contentHash: string
}

/** One hit of the embedded search, best first. */
export interface RankedArticle {
  articleId: string
  score: number
}

export interface KnowledgeBase {
  project: string
  /** absolute path of the content folder; null for a project that exists only through an import */
  folder: string | null
  settings: ProjectSettings
  /** `pk_…` */
  publicKey: string
  articles: ReadonlyMap<string, LoadedArticle>
  flows: ReadonlyMap<string, Flow>
  findings: readonly Finding[]
  synonyms: SynonymGroups
  /** what visitors' searches taught: searched; to a public key answered only as counted words, in the index for devices */
  learned: LearnedTexts
  /** what `search` asks; with it the Algolia subset marks and counts */
  index: SearchIndex
  /** Ranks articles for a query: what the backlog replays and the widget's search both ask. */
  search(query: string, options?: { locale?: string; limit?: number }): RankedArticle[]
}

export interface Knowledge {
  get(project: string): KnowledgeBase | undefined
  /** The project a public key belongs to. */
  byPublicKey(key: string): KnowledgeBase | undefined
  list(): KnowledgeBase[]
  /** Searches a project's articles by these phrases too, from now on and after each reload; equal ones change nothing. */
  learn(project: string, learned: LearnedTexts): Promise<void>
  /** Called after each reload, and when phrases were learnt, with the project's id; returns its own undo. */
  onChange(listener: (project: string) => void): () => void
  close(): Promise<void>
}
