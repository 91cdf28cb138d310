/** Tells which articles were suggested, once they are on screen: each list once for a page. */
import type { PanelParts, Suggested } from '../../chunks.ts'

export function reportSuggestions({ runtime, isOpen }: PanelParts): (suggestions: Suggested) => void {
  let toldBefore = ''
  return ({ items, status }) => {
    if (!isOpen() || status === 'loading') return
    const articles = items.filter(({ id }) => id)
    const told = `${runtime.context().page} ${articles.map(({ id }) => id).join()}`
    if (!articles.length || told === toldBefore) return
    toldBefore = told
    runtime.report('suggestions_shown', {
      articleIds: articles.map(({ id = '' }) => id),
      why: articles.map(({ why }) => why),
    })
  }
}
