/**
 * What authors wrote an article for, as rules of an Algolia index: a query that holds an error code finds its articles first, and an empty
 * query finds what is for the place it names as a context: a page, topic, feature or error. A query with words is left to the ranking: what
 * is pinned to its top would push its answer down. Pure.
 * Source: docs/search.md#publishing-to-algolia
 */
import type { Rule } from 'algoliasearch'
import type { PublishedArticle } from './to-records.ts'

/** Algolia promotes no more records as one group. */
const maxPromoted = 100

export function toRules(articles: readonly PublishedArticle[]): Rule[] {
  const errors = idsBy(articles, ({ frontMatter }) => frontMatter.errors)
  const places = [
    ['page', idsBy(articles, ({ frontMatter }) => frontMatter.pages)],
    ['topic', idsBy(articles, ({ frontMatter }) => frontMatter.topics)],
    ['feature', idsBy(articles, ({ frontMatter }) => frontMatter.features)],
    ['error', errors],
  ] as const
  const byContext = new Map<string, { named: string[]; ids: string[] }>()
  for (const [kind, ids] of places) {
    for (const [name, those] of ids) {
      const context = ruleContext(kind, name)
      const known = byContext.get(context) ?? { named: [], ids: [] }
      byContext.set(context, {
        named: [...known.named, `${kind} ${name}`],
        ids: [...new Set([...known.ids, ...those])],
      })
    }
  }
  return [
    ...[...errors].map(([error, ids], place): Rule => {
      const conditions = [{ pattern: error, anchoring: 'contains' as const }]
      return promote(`error-${place + 1}`, `Error ${error}`, conditions, ids)
    }),
    ...[...byContext].map(([context, { named, ids }]): Rule => {
      const conditions = [{ pattern: '', anchoring: 'is' as const, context }]
      return promote(`context-${context}`, `Nothing typed on ${named.join(', ')}`, conditions, ids)
    }),
  ]
}

/** A place as Algolia takes contexts, of letters, digits, `-` and `_`: `page-_facturation_lots` for the page `/facturation/lots`. */
function ruleContext(kind: string, name: string): string {
  return `${kind}-${name.replace(/[^A-Za-z0-9_-]/g, '_')}`
}

/** In the order of the articles' files. */
function idsBy(
  articles: readonly PublishedArticle[],
  namesOf: (article: PublishedArticle) => readonly string[] | undefined,
): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const article of articles) {
    for (const name of namesOf(article) ?? []) ids.set(name, [...(ids.get(name) ?? []), article.id])
  }
  return ids
}

function promote(
  objectID: string,
  description: string,
  conditions: NonNullable<Rule['conditions']>,
  ids: string[],
): Rule {
  return {
    objectID,
    description,
    conditions,
    consequence: { promote: [{ objectIDs: ids.slice(0, maxPromoted), position: 0 }], filterPromotes: true },
  }
}
