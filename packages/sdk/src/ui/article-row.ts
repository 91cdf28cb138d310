/** One article of a list: its title is the control, and the whole row can be clicked. */
import { type Child, element, present } from './element.ts'

export interface ArticleRow {
  title: Child[]
  summary?: Child[]
  category?: string | null | undefined
  /** a page of the host's choice instead of an article; opens in a new tab */
  href?: string | undefined
  onOpen(): void
  /** the person is about to open it: time to fetch what showing it needs */
  onIntent(): void
}

export function articleRow({ title, summary = [], category, href, onOpen, onIntent }: ArticleRow): HTMLLIElement {
  const marks = { 'data-fanal-item': '' }
  const control = href
    ? element('a', { ...marks, href, target: '_blank', rel: 'noopener noreferrer' }, ...title)
    : element('button', { ...marks, type: 'button', onclick: onOpen, onfocus: onIntent }, ...title)
  const text = present(summary).length > 0 && element('p', {}, ...summary)
  return element(
    'li',
    { className: 'row', onpointerenter: onIntent },
    control,
    text,
    !!category && element('small', {}, category),
  )
}
