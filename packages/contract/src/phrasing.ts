/** Words that visitors really used for an article (docs/search.md#learned-phrasings). */

export interface Phrasing {
  /** the same for every way of writing it */
  id: string
  /** its most frequent spelling, redacted; words of fewer than a crowd are no phrasing */
  text: string
  /** how much speaks for it now: 2 for each "yes", 1 for each reading, halved every 90 days */
  weight: number
  /** whom it helped: accounts, or sessions where nobody is known */
  accounts: number
  /** ISO 8601 */
  lastAt: string
  /** whether the article is searched by it now */
  used: boolean
  /** who removed it and when, ISO 8601; null while it is not */
  removed: { at: string; by: string } | null
}

/** Answer of `GET /v1/articles/{id}/phrasings`. */
export interface PhrasingList {
  articleId: string
  phrasings: Phrasing[]
  total: number
}

/** Answer of `DELETE` and `PUT /v1/articles/{id}/phrasings/{phrasing}`: null where nothing is left of it but the decision. */
export interface PhrasingChange {
  phrasing: Phrasing | null
}
