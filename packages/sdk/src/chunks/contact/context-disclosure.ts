/** Says exactly what would go along with the message, and lets the person leave out all of it or any part. */
import type { Runtime } from '../../runtime.ts'
import { element, takeOut } from '../../ui/element.ts'
import { type ContextLine, type ContextPart, describeContext, gatherContext } from './contact-context.ts'
import type { ContactDraft } from './contact-draft.ts'
import type { ContactTranslate } from './contact-words.ts'

export interface ContextDisclosure {
  readonly node: HTMLElement
  /** The context is another now. */
  refresh(): void
}

export interface DisclosureParts {
  runtime: Runtime
  t: ContactTranslate
  draft: ContactDraft
  onChange(choice: Partial<Pick<ContactDraft, 'attachContext' | 'leftOut'>>): void
}

export function discloseContext({ runtime, t, draft, onChange }: DisclosureParts): ContextDisclosure {
  const leftOut = new Set(draft.leftOut)
  const choice = element('input', {
    type: 'checkbox',
    checked: draft.attachContext,
    onchange() {
      onChange({ attachContext: choice.checked })
      showLines()
    },
  })
  const list = element('ul')
  const lines = element(
    'details',
    { ontoggle: refresh },
    element('summary', {}, t('context.show')),
    list,
    element('p', {}, t(knowsVisitor(runtime) ? 'context.identity' : 'context.nothingElse')),
  )
  const node = element('div', { className: 'context' }, element('label', {}, choice, t('context.attach')))
  /** what is listed; drawn again only when it is something else, so that nobody loses their place */
  let listed = ''

  function refresh(): void {
    const described = describeContext(gatherContext(runtime, draft.flow), runtime.sessionId, t)
    const now = JSON.stringify(described)
    if (now === listed) return
    listed = now
    list.replaceChildren(...described.map(line))
  }

  function line({ part, label, values }: ContextLine): HTMLElement {
    const attach = element('input', {
      type: 'checkbox',
      checked: !leftOut.has(part),
      onchange() {
        leave(part, !attach.checked)
      },
    })
    return element('li', {}, element('label', {}, attach, label), ...values.map((value) => element('span', {}, value)))
  }

  function leave(part: ContextPart, out: boolean): void {
    if (out) leftOut.add(part)
    else leftOut.delete(part)
    onChange({ leftOut: [...leftOut] })
  }

  function showLines(): void {
    if (choice.checked) node.append(lines)
    else takeOut(lines)
  }

  refresh()
  showLines()
  return { node, refresh }
}

/** Then the message also says whose account it comes from: the host's server vouches for it, and support needs it to answer. */
function knowsVisitor({ token, config }: Runtime): boolean {
  return token() !== null || config?.privacy.mode === 'identified'
}
