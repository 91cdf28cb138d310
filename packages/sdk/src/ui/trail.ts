/** What the person searched and opened during this visit, so that a contact can carry it along. */
import type { Runtime } from '../runtime.ts'
import { sessionMemory } from './session-memory.ts'

const maxRemembered = 20

export interface Trail {
  /** oldest first */
  searches: string[]
  /** oldest first */
  articles: { id: string; title: string; helpful?: boolean }[]
}

export const trailOf: (runtime: Runtime) => Trail = sessionMemory(() => ({ searches: [], articles: [] }))

export function rememberSearch(runtime: Runtime, query: string): void {
  const trail = trailOf(runtime)
  trail.searches = [...trail.searches.filter((other) => other !== query), query].slice(-maxRemembered)
}

/** @param helpful the person's vote, once they gave it */
export function rememberArticle(
  runtime: Runtime,
  { id, title }: { id: string; title: string },
  helpful?: boolean,
): void {
  const trail = trailOf(runtime)
  const before = trail.articles.find((article) => article.id === id)
  const others = trail.articles.filter((article) => article !== before)
  const vote = helpful ?? before?.helpful
  trail.articles = [...others, { id, title, ...(vote !== undefined && { helpful: vote }) }].slice(-maxRemembered)
}
