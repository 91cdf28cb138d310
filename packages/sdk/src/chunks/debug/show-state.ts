/** Context, widget and suggestions, as lists of names and values. */
import { type Child, element, present } from '../../ui/element.ts'
import type { DebugTranslate } from './debug-words.ts'
import type { DebugState } from './describe-state.ts'

type Line = [name: string, ...values: Child[]]

const code = (text: string) => element('code', {}, text)
const aside = (text: string) => element('small', {}, text)
const value = (...parts: Child[]) => element('dd', {}, ...parts)

function lines(t: DebugTranslate, all: Line[]): HTMLElement {
  const list = element('dl')
  for (const [name, ...values] of all) {
    const there = present(values)
    list.append(element('dt', {}, name), ...(there.length ? there : [value(aside(t('none')))]))
  }
  return list
}

/** @param path as it is in the address */
export function showContext(t: DebugTranslate, state: DebugState, path: string): HTMLElement {
  const attributes = Object.entries(state.attributes)
  return lines(t, [
    [t('page'), value(code(state.page), aside(t('path', { path })))],
    [t('topics'), ...state.topics.map(({ topic, from }) => value(code(topic), aside(t(`from.${from}`))))],
    [t('errors'), ...state.errors.map(({ error, leaves }) => value(code(error), !leaves && aside(t('errorStays'))))],
    [t('feature'), state.feature && value(code(state.feature))],
    [t('release'), state.release && value(code(state.release))],
    [t('attributes'), ...attributes.map(([name, text]) => value(code(`${name}: ${text}`), aside(t('attributesStay'))))],
  ])
}

export function showWidget(t: DebugTranslate, state: DebugState): HTMLElement {
  const { version, key, host, locale, mode, consent, storage, sessionId, settings } = state
  return lines(t, [
    [t('mode'), value(t(`mode.${mode}`))],
    [t('consent'), value(t(`consent.${consent}`))],
    [t('storage'), value(t(storage ? 'storage.yes' : 'storage.no'))],
    [t('session'), value(sessionId ? code(sessionId) : aside(t('session.none')))],
    [t('settings'), value(settings ? t('settings.yes', settings) : t('settings.no'))],
    [t('locale'), value(code(locale))],
    [t('key'), value(code(key))],
    [t('host'), value(code(host))],
    [t('version'), value(code(version))],
  ])
}

export function showSuggestions(t: DebugTranslate, { suggestions }: DebugState): HTMLElement {
  if (!suggestions.length) return element('p', {}, t('suggestions.none'))
  return element(
    'ol',
    {},
    ...suggestions.map(({ id, why, rule, position }) =>
      element(
        'li',
        {},
        element('b', {}, `${position}`),
        element('div', {}, code(id), aside(t('suggestions.rule', { rule: why === rule ? rule : `${rule} · ${why}` }))),
      ),
    ),
  )
}
