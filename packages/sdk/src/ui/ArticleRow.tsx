/** One article of a list: its title is the control, and the whole row can be clicked. */
import type { ComponentChildren } from 'preact'

export interface ArticleRowProps {
  title: ComponentChildren
  summary?: ComponentChildren
  category?: string | null | undefined
  /** a page of the host's choice instead of an article; opens in a new tab */
  href?: string | undefined
  onOpen?(): void
  /** the person is about to open it: time to fetch what showing it needs */
  onIntent?(): void
}

export function ArticleRow({ title, summary, category, href, onOpen, onIntent }: ArticleRowProps) {
  return (
    <li class="row" onPointerEnter={onIntent} onFocusCapture={onIntent}>
      {href ? (
        <a data-fanal-item href={href} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        <button type="button" data-fanal-item onClick={onOpen}>
          {title}
        </button>
      )}
      {summary && <p>{summary}</p>}
      {category && <small>{category}</small>}
    </li>
  )
}
