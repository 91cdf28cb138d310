/**
 * What the page says has gone wrong: alerts, and the messages of refused fields. Only what people can see, nothing in
 * `data-fanal-private`, nothing anybody typed. The texts stay with the caller: they are compared and dropped.
 */
const alerts = '[role=alert],[aria-live=assertive]'
const refused = '[aria-invalid=true]'
const unread = '[data-fanal-private],fanal-help,input,textarea,select,[contenteditable],script,style'

/** A page that shows more at once shows a list, not an error. */
const maxShown = 40
/** An error says what it is at its beginning. */
const maxChars = 1000

/** @returns texts in the order of the document */
export function readShown(): string[] {
  const shown = [...document.querySelectorAll(`${alerts},${refused}`)].slice(0, maxShown)
  const sources = shown.flatMap((element) => (element.matches(refused) ? messagesOf(element) : element))
  return [...new Set(sources)].map(readText).filter(Boolean)
}

/** The elements that say what is wrong with a field; they are looked up where the field stands. */
function messagesOf(field: Element): Element[] {
  if (field.closest('[data-fanal-private]')) return []
  const ids = field.getAttribute('aria-errormessage') ?? field.getAttribute('aria-describedby') ?? ''
  return ids.split(/\s+/).flatMap((id) => document.getElementById(id) ?? [])
}

function readText(element: Element): string {
  if (element.closest(unread) || element.checkVisibility?.({ visibilityProperty: true }) === false) return ''
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(unread) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  let text = ''
  while (text.length < maxChars && walker.nextNode()) {
    const node = walker.currentNode
    // The words of neighbouring elements do not run together.
    text += node instanceof Text ? node.data : ' '
  }
  return text.slice(0, maxChars).trim()
}
