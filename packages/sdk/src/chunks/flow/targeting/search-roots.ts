/**
 * Everything of the host page that can hold a target: the document, open shadow roots, same-origin frames.
 */

/** Elements of ours, and what the host marked as private: never a target, never read. */
export const outOfReach = 'fanal-help,fanal-flow,[data-fanal-private]'

export type Root = Document | ShadowRoot

/** @returns the document first, then what is nested in it, depth first */
export function searchRoots(from: Root = document): Root[] {
  const roots: Root[] = [from]
  for (const element of from.querySelectorAll('*')) {
    const inner =
      element.shadowRoot ?? (/^i?frame$/.test(element.localName) && frameDocument(element as HTMLIFrameElement))
    if (inner && !element.closest(outOfReach)) roots.push(...searchRoots(inner))
  }
  return roots
}

function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument
  } catch {
    return null // another origin: not ours to read
  }
}
