/** Keeps the draft for the next page of this tab: a click that is recorded may navigate. In memory alone where nothing may be stored. */
import type { Runtime } from '../../runtime.ts'
import type { Draft } from './draft.ts'

const nameOf = ({ key }: Runtime) => `fanal:${key}:author:draft`

export function readDraft(runtime: Runtime): Draft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(nameOf(runtime)) ?? 'null')
    // What another version, or the page, may have left there.
    return Array.isArray(draft?.steps) && typeof draft.title === 'string' ? draft : null
  } catch {
    return null
  }
}

export function keepDraft(runtime: Runtime, draft: Draft | null): void {
  // Another tab that is no author's may have said that nothing waits.
  runtime.resumeLater('author', draft !== null)
  try {
    if (draft === null) sessionStorage.removeItem(nameOf(runtime))
    else if (runtime.mayStore()) sessionStorage.setItem(nameOf(runtime), JSON.stringify(draft))
  } catch {
    // Without storage the draft lasts as long as this page.
  }
}
