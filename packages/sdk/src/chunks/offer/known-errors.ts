/**
 * The errors that articles answer, found in what is shown or told. Which text shows which error is the contract's to say.
 * Source: docs/content.md#errors
 */
import { errorsIn, foldError } from '@fanal/contract/error-text'

export interface KnownErrors {
  /** Errors the text shows, as their articles write them, in the order of the table. */
  find(text: string): string[]
  articleOf(error: string): string | undefined
  /** One that the server knows and the table had no room for. */
  add(error: string, articleId: string): void
}

/** @param table error → article id */
export function knowErrors(table: Readonly<Record<string, string>> = {}): KnownErrors {
  const articles = new Map(Object.entries(table))
  const byName = new Map([...articles.keys()].map((error) => [foldError(error), error]))
  return {
    find(text) {
      const shown = errorsIn(text)
      return [...byName].filter(([name]) => shown.has(name)).map(([, error]) => error)
    },
    articleOf: (error) => articles.get(error),
    add(error, articleId) {
      articles.set(error, articleId)
      byName.set(foldError(error), error)
    },
  }
}
