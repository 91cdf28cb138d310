/**
 * Text a person is typing, kept in memory while the page lives: it survives a reload of the item's data, a conflict and an
 * expired session. Never stored on the device; cleared at sign-out and when somebody else signs in.
 */
import { useState } from 'preact/hooks'

const drafts = new Map<string, string>()

/** State of a text field that outlives its component. `key` names the field and what it belongs to. */
export function useDraft(key: string): [string, (text: string) => void] {
  const [, setRevision] = useState(0)
  const set = (text: string) => {
    if (text === '') drafts.delete(key)
    else drafts.set(key, text)
    setRevision((revision) => revision + 1)
  }
  return [drafts.get(key) ?? '', set]
}

export function clearDrafts(): void {
  drafts.clear()
}
