/** What stands around every view: title bar, search box, way to a person. Built once, then kept in step with where the person is. */
import { limits } from '@fanal/contract'
import type { View } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { element, icon } from '../../ui/element.ts'
import { panelWords } from '../../ui/panel-words.ts'
import { translator } from '../../ui/translate.ts'

export interface FrameActions {
  onBack(): void
  onClose(): void
  onType(query: string): void
  /** Enter in the search box */
  onCommit(): void
  onContact(): void
}

export interface PanelFrame {
  update(state: { kind: View['kind']; query: string; canGoBack: boolean }): void
  /** An empty place for another view; the one before is gone with what it showed. */
  renewView(): HTMLElement
  readonly view: HTMLElement
  readonly header: HTMLElement
  readonly form: HTMLElement
  readonly searchBox: HTMLInputElement
}

export function buildFrame(panel: HTMLElement, runtime: Runtime, actions: FrameActions): PanelFrame {
  const t = translator(panelWords, runtime.locale)
  const tool = (ariaLabel: string, path: string, onclick: () => void) =>
    element('button', { type: 'button', className: 'tool', ariaLabel, onclick }, icon(path))

  const back = tool(t('panel.back'), 'M12 4.5 6.5 10l5.5 5.5', actions.onBack)
  const close = tool(t('panel.close'), 'm5 5 10 10M15 5 5 15', actions.onClose)
  const header = element('header', { role: 'none' }, element('b', {}, t('panel.title')), close)
  const searchBox = buildSearchBox(t, actions)
  const form = buildSearchForm(searchBox, actions)
  const contact = element(
    'button',
    {
      type: 'button',
      className: 'button',
      onpointerenter: () => void runtime.load('contact').catch(() => {}),
      onclick: actions.onContact,
    },
    icon('M3 4.5h14v9.5H9l-4 3v-3H3zM7 8h6M7 10.8h4'),
    t('panel.contact'),
  )
  let view = element('div', { className: 'view' })
  panel.append(header, form, view, element('footer', { role: 'none' }, contact))

  return {
    update({ kind, query, canGoBack }) {
      present(back, canGoBack, () => header.prepend(back))
      const searches = kind !== 'contact'
      present(form, searches, () => header.after(form))
      // Setting an equal value would move the caret.
      if (searchBox.value !== query) searchBox.value = query
      contact.ariaCurrent = searches ? null : 'page'
    },
    renewView() {
      const next = element('div', { className: 'view' })
      view.replaceWith(next)
      view = next
      return next
    },
    get view() {
      return view
    },
    header,
    form,
    searchBox,
  }
}

/** Nothing is taken out twice: Prototype's own `remove` fails then. */
function present(node: Element, wanted: boolean, put: () => void): void {
  if (wanted === node.isConnected) return
  if (wanted) put()
  else node.remove()
}

function buildSearchBox(t: PanelTranslate, { onType }: FrameActions): HTMLInputElement {
  const input = element('input', {
    type: 'search',
    enterKeyHint: 'search',
    autocomplete: 'off' as const,
    maxLength: limits.maxQueryChars,
    ariaLabel: t('search.name'),
    placeholder: t('search.placeholder'),
    oninput: () => onType(input.value),
  })
  return input
}

function buildSearchForm(input: HTMLInputElement, { onCommit }: FrameActions): HTMLElement {
  return element(
    'form',
    {
      className: 'searchbox',
      // Browsers before 2023 do not know <search>.
      role: 'search',
      onsubmit(event: SubmitEvent) {
        event.preventDefault()
        onCommit()
      },
    },
    icon('M8.7 14.4a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4Zm4.1-1.6L17 17'),
    input,
  )
}

type PanelTranslate = ReturnType<typeof translator<keyof (typeof panelWords)['fr']>>
