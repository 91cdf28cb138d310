/** Says exactly what would go along with the message, and lets the person leave it out. */
import type { ContactContext } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { element, takeOut } from '../../ui/element.ts'
import { describeContext } from './contact-context.ts'
import type { ContactTranslate } from './contact-words.ts'

export interface ContextDisclosure {
  readonly node: HTMLElement
  /** The context is another now. */
  refresh(): void
}

export interface DisclosureParts {
  runtime: Runtime
  t: ContactTranslate
  attached: boolean
  /** what would be sent now */
  gather(): ContactContext
  onChange(attached: boolean): void
}

export function discloseContext({ runtime, t, attached, gather, onChange }: DisclosureParts): ContextDisclosure {
  const choice = element('input', {
    type: 'checkbox',
    checked: attached,
    onchange() {
      onChange(choice.checked)
      showLines()
    },
  })
  const list = element('dl')
  const lines = element(
    'details',
    { ontoggle: refresh },
    element('summary', {}, t('context.show')),
    list,
    element('p', {}, t('context.nothingElse')),
  )
  const node = element('div', { className: 'context' }, element('label', {}, choice, t('context.attach')))

  function refresh(): void {
    const parts = describeContext(gather(), runtime.sessionId, t).map(({ label, values }) =>
      element('div', {}, element('dt', {}, label), ...values.map((value) => element('dd', {}, value))),
    )
    list.replaceChildren(...parts)
  }

  function showLines(): void {
    if (choice.checked) node.append(lines)
    else takeOut(lines)
  }

  refresh()
  showLines()
  return { node, refresh }
}
