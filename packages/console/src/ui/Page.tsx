/** A screen's frame: its heading, which takes the focus when the screen is entered, and the document's title. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useTranslate } from '../preferences/PreferencesProvider.tsx'

export interface PageProps {
  title: string
  lead?: string
  /** stands above the heading */
  before?: ComponentChildren
  /** stands beside the heading */
  actions?: ComponentChildren
  children: ComponentChildren
}

/** The first screen leaves the focus to the browser; every later one moves it to its heading. */
let entered = false

export function Page({ title, lead, before, actions, children }: PageProps) {
  const t = useTranslate()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    document.title = t('app.title', { page: title })
  }, [title, t])
  useLayoutEffect(() => {
    if (entered) heading.current?.focus({ preventScroll: true })
    entered = true
  }, [])
  return (
    <div class="page">
      {before}
      <header class="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}
