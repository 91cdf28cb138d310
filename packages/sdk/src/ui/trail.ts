/** What the person searched and opened during this visit, so that a contact can carry it along. */
import type { Runtime } from '../runtime.ts'
import { sessionMemory } from './session-memory.ts'

const maxRemembered = 20

export interface Trail {
  /** oldest first */
  searches: string[]
  /** oldest first */
  articles: { id: string; title: string }[]
}

export const trailOf: (runtime: Runtime) => Trail = sessionMemory(() => ({ searches: [], articles: [] }))

export function rememberSearch(runtime: Runtime, query: string): void {
  const trail = trailOf(runtime)
  trail.searches = [...trail.searches.filter((other) => other !== query), query].slice(-maxRemembered)
}

export function rememberArticle(runtime: Runtime, article: { id: string; title: string }): void {
  const trail = trailOf(runtime)
  const others = trail.articles.filter(({ id }) => id !== article.id)
  trail.articles = [...others, { id: article.id, title: article.title }].slice(-maxRemembered)
}
