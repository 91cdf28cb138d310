/**
 * Tells that what the page shows may have changed. It looks at no change itself: many at once are one look a moment later, so that a page
 * that redraws ten thousand nodes pays for one.
 */

/** Changes within this time are one, milliseconds. */
const settleMs = 200

/** @returns ends the watch */
export function watchPage(onSettled: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      onSettled()
    }, settleMs)
  })
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    // What shows or hides an alert, and what makes one of an element.
    attributeFilter: [
      'role',
      'aria-live',
      'aria-invalid',
      'aria-errormessage',
      'aria-describedby',
      'hidden',
      'class',
      'style',
    ],
  })
  return () => {
    observer.disconnect()
    clearTimeout(timer)
  }
}
