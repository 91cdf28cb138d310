/** Says that there is nothing here, or that something failed, and what can be done about it. */
import { type Child, element, present } from './element.ts'

/** @param actions buttons and links */
export function notice(title: string | undefined, text: string, ...actions: Child[]): HTMLElement {
  const ways = present(actions)
  return element(
    'div',
    { className: 'notice' },
    title !== undefined && element('h2', {}, title),
    element('p', {}, text),
    ways.length > 0 && element('div', { className: 'actions' }, ...ways),
  )
}
