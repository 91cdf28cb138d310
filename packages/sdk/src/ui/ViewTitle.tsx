/** The heading of a view. */
import type { ComponentChildren } from 'preact'
import { takeFocus } from './take-focus.ts'

export interface ViewTitleProps {
  id?: string
  children: ComponentChildren
}

export function ViewTitle({ id, children }: ViewTitleProps) {
  return (
    <h2 ref={takeFocus} id={id} tabIndex={-1}>
      {children}
    </h2>
  )
}
