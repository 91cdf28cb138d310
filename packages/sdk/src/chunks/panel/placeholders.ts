/** What stands in a view's place before it is there, or when it cannot be. */
import type { Runtime } from '../../runtime.ts'
import { element } from '../../ui/element.ts'
import { panelWords } from '../../ui/panel-words.ts'
import { translator } from '../../ui/translate.ts'

/** Grey lines where text is about to stand; the words are for screen readers. */
export function skeleton(runtime: Runtime, lines: number): HTMLElement {
  const words = element('span', { className: 'hidden' }, translator(panelWords, runtime.locale)('loading'))
  return element(
    'div',
    { className: 'skeleton', ariaBusy: 'true' },
    words,
    ...Array.from({ length: lines }, () => element('i')),
  )
}

/** A part of the widget did not arrive: another try, and the ways to a person that need no chunk. */
export function loadingFailed(runtime: Runtime, onRetry: () => void): HTMLElement {
  const t = translator(panelWords, runtime.locale)
  const channels = (runtime.config?.contact.channels ?? []).map(({ phone, email }) =>
    element('a', { href: phone ? `tel:${phone.replaceAll(' ', '')}` : `mailto:${email}` }, phone ?? email),
  )
  const retry = element('button', { type: 'button', className: 'button', onclick: onRetry }, t('retry'))
  return element(
    'div',
    { className: 'notice' },
    element('h2', {}, t('failed.title')),
    element('p', {}, t('failed.text')),
    element('div', { className: 'actions' }, retry, ...channels),
  )
}
