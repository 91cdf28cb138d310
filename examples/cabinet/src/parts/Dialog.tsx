/** A modal window with a form or details; Escape and the cross close it, and focus goes back where it was. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './Icon.tsx'

interface DialogProps {
  title: string
  onClose(): void
  children: ComponentChildren
}

/** Open for as long as it is rendered. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={element} class="dialog" aria-labelledby={titleId} onCancel={onClose}>
      <header class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="button-icon" aria-label="Fermer" onClick={onClose}>
          <Icon name="fermer" />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  )
}
