/**
 * The heading of a view. It takes the focus when the view appears, so that screen readers say where the person has come
 * and Tab goes on from there; a person who is typing keeps the focus in the field.
 */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface ViewTitleProps {
  id?: string
  children: ComponentChildren
}

export function ViewTitle({ id, children }: ViewTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const root = heading.current?.getRootNode()
    const active = root instanceof ShadowRoot ? root.activeElement : null
    if (!active?.matches('input,textarea')) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h2 ref={heading} id={id} tabIndex={-1}>
      {children}
    </h2>
  )
}
