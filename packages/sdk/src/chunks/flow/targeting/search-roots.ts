/**
 * Everything of the host page that can hold a target: the document, open shadow roots, same-origin frames.
 */

/** Elements of ours: never a target. */
const ownTags = /^fanal-/

export type Root = Document | ShadowRoot

/** @returns the document first, then what is nested in it, depth first */
export function searchRoots(from: Root = document): Root[] {
  const roots: Root[] = [from]
  for (const element of from.querySelectorAll('*')) {
    if (element.shadowRoot && !ownTags.test(element.localName)) roots.push(...searchRoots(element.shadowRoot))
    else if (element.localName === 'iframe' || element.localName === 'frame') {
      const inner = frameDocument(element as HTMLIFrameElement)
      if (inner) roots.push(...searchRoots(inner))
    }
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
