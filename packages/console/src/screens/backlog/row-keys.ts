/** Which row a key leads to: j down, k up, never while somebody types or holds a modifier. Pure but for the event's target. */

export type RowKeyEvent = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'target'>

/**
 * @param current the row that has the focus, from 0; -1 for none: j then leads to the first and k to the last
 * @returns the row to go to; null when the key means nothing here
 */
export function rowAfterKey(event: RowKeyEvent, current: number, rows: number): number | null {
  if (rows === 0 || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  if (isTyping(event.target)) return null
  if (event.key === 'j') return Math.min(current + 1, rows - 1)
  if (event.key === 'k') return current === -1 ? rows - 1 : Math.max(current - 1, 0)
  return null
}

function isTyping(target: EventTarget | null): boolean {
  if (target === null || !('tagName' in target)) return false
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(String(target.tagName))
}
