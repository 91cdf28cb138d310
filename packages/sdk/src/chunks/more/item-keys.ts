/** Arrow keys between the search box and the articles listed under it. */

/** Moves the focus where the key asks to; the first item's ArrowUp leads back to the search box. */
export function moveBetweenItems(event: KeyboardEvent, panel: HTMLElement): void {
  const box = panel.querySelector<HTMLElement>('[type=search]')
  const items = [...panel.querySelectorAll<HTMLElement>('[data-fanal-item]')]
  const at = items.indexOf(event.target as HTMLElement)
  if (event.ctrlKey || event.metaKey || event.altKey || (at < 0 && event.target !== box)) return
  let next: HTMLElement | null | undefined
  if (event.key === 'ArrowDown') next = items[at + 1]
  else if (event.key === 'ArrowUp') next = at > 0 ? items[at - 1] : box
  else if (at >= 0 && event.key === 'Home') next = items[0]
  else if (at >= 0 && event.key === 'End') next = items.at(-1)
  if (!next) return
  event.preventDefault()
  next.focus()
}
