/** Articles as the widget receives them: data, never HTML. */

export type ArticleNode =
  | { type: 'text'; value: string }
  | { type: 'strong' | 'emphasis' | 'delete'; children: ArticleNode[] }
  | { type: 'inlineCode'; value: string }
  | { type: 'break' | 'thematicBreak' }
  | { type: 'paragraph' | 'blockquote'; children: ArticleNode[] }
  | { type: 'heading'; depth: 2 | 3 | 4; id: string; children: ArticleNode[] }
  | { type: 'code'; lang?: string; value: string }
  | { type: 'list'; ordered: boolean; start?: number; children: ArticleListItem[] }
  | { type: 'table'; align: ('left' | 'right' | 'center' | null)[]; head: ArticleNode[][]; rows: ArticleNode[][][] }
  | { type: 'callout'; kind: 'note' | 'warning'; title?: string; children: ArticleNode[] }
  | { type: 'link'; href: string; children: ArticleNode[] }
  | { type: 'articleLink'; articleId: string; anchor?: string; children: ArticleNode[] }
  | { type: 'flowLink'; flowId: string; children: ArticleNode[] }
  | { type: 'image'; src: string; alt: string; width?: number; height?: number }
  | { type: 'video'; src: string; title?: string }

export interface ArticleListItem {
  type: 'listItem'
  checked?: boolean
  children: ArticleNode[]
}

export interface TocEntry {
  id: string
  title: string
  depth: 2 | 3 | 4
}

/** Front matter of an article file. Only `title` is required. */
export interface ArticleFrontMatter {
  id?: string
  title: string
  locale?: string
  category?: string
  summary?: string
  pages?: string[]
  topics?: string[]
  errors?: string[]
  features?: string[]
  symptoms?: string[]
  related?: string[]
  flow?: string
  owner?: string
  verified?: string
  reviewer?: string
  tests?: unknown[]
  audience?: string
  licence?: string
}

/** Answer of `GET /v1/articles/{id}`. */
export interface Article {
  id: string
  title: string
  /** counts up from 1 each time the published content changes */
  revision: number
  locale: string
  category: string | null
  summary: string | null
  body: ArticleNode[]
  toc: TocEntry[]
  related: { id: string; title: string }[]
  /** a flow that does what the article explains */
  flow: { id: string; title: string } | null
  /** ISO 8601 */
  updatedAt: string
}

/** Answer element of `GET /v1/suggestions`. */
export interface Suggestion {
  id: string
  title: string
  summary: string | null
  category: string | null
  /** machine-readable reason, such as `page:/facturation`, `error:B2-043`, `topic:ordonnances`, `category`, `title`, `popular` */
  why: string
  /** with `explain` only */
  score?: SuggestionScore
}

/** What orders suggestions that have the same reason: docs/search.md#suggestions */
export interface SuggestionScore {
  /** reading on this page against the average article: 1 = as any other */
  reads: number
  /** share of "yes" to be expected here, 0 to 1 */
  helpfulness: number
  /** share of the page's words that the article's title and headings hold, 0 to 1 */
  fit: number
  /** reads × helpfulness × (1 + fit) */
  value: number
}
