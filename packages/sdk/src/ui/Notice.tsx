/** Says that there is nothing here, or that something failed, and what can be done about it. */
import type { ComponentChildren } from 'preact'

export interface NoticeProps {
  title?: string
  text: string
  /** buttons */
  children?: ComponentChildren
}

export function Notice({ title, text, children }: NoticeProps) {
  return (
    <div class="notice">
      {title && <h2>{title}</h2>}
      <p>{text}</p>
      {children && <div class="actions">{children}</div>}
    </div>
  )
}
