/** The fields of a step: its words, its element, what carries it on, and what must come true after it. */
import type { FlowAdvanceOn, FlowVerify } from '@fanal/contract'
import { button, element } from '../../ui/element.ts'
import type { DraftStep } from './draft.ts'
import type { StepParts } from './step-item.ts'

/**
 * @param change of the step as it is by then: other fields may have been typed in since this one was drawn
 * @param redraw whether other fields come or go with the change
 */
export type EditStep = (
  change: (step: DraftStep) => { [Key in keyof DraftStep]?: DraftStep[Key] | undefined },
  redraw: boolean,
) => void

const defaultWithinMs = 10_000
const maxChars = 500

export function stepForm(parts: StepParts, edit: EditStep): HTMLElement {
  const { runtime, t, step, events } = parts
  const on = (run: () => unknown) => () => void runtime.guard(run)
  const title = element('input', { type: 'text', value: step.title ?? '', maxLength: maxChars })
  title.oninput = on(() => edit(() => ({ title: title.value }), false))
  const text = element('textarea', { value: step.text ?? '', rows: 2, maxLength: maxChars })
  text.oninput = on(() => edit(() => ({ text: text.value }), false))
  const { strength } = step
  const again = button(
    'button plain',
    t('targetPick'),
    on(() => events.onPick(step.id, 'target')),
  )
  again.dataset.key = `${step.id}:pick`
  return element(
    'div',
    { className: 'author-form' },
    element('label', {}, t('stepTitle'), title),
    element('label', {}, element('span', {}, t('stepText'), element('small', {}, ` ${t('textHint')}`)), text),
    element(
      'fieldset',
      {},
      element('legend', {}, t('target')),
      element(
        'dl',
        {},
        ...Object.entries(step.target ?? {}).flatMap(([signal, value]) => [
          element('dt', {}, signal),
          element('dd', {}, element('code', {}, String(value))),
        ]),
      ),
      (strength === 'weak' || strength === 'ambiguous') && element('p', {}, t(`hint.${strength}`)),
      again,
    ),
    advanceField(parts, edit),
    verifyField(parts, edit),
  )
}

function advanceField({ runtime, t, step }: StepParts, edit: EditStep): HTMLElement {
  const ways = ['click', 'input', 'change', 'submit', 'next'] as const
  const select = element('select', { 'data-key': `${step.id}:advance` })
  for (const way of ways) select.append(element('option', { value: way }, t(`advance.${way}`)))
  select.value = step.advance?.on ?? 'next'
  select.onchange = () =>
    void runtime.guard(() => edit(() => ({ advance: { on: select.value as FlowAdvanceOn } }), true))
  return element('label', {}, t('advance'), select)
}

function verifyField({ runtime, t, step, draft, events }: StepParts, edit: EditStep): HTMLElement {
  const { verify } = step
  const kinds = ['none', 'page', 'text', 'element'] as const
  const select = element('select', { 'data-key': `${step.id}:verify` })
  for (const kind of kinds) select.append(element('option', { value: kind }, t(`verify.${kind}`)))
  const current = kinds.find((kind) => kind !== 'none' && verify?.[kind] !== undefined) ?? 'none'
  select.value = current
  const { withinMs } = verify ?? {}
  const within = withinMs === undefined ? {} : { withinMs }
  const starts: Record<(typeof kinds)[number], () => FlowVerify | undefined> = {
    none: () => undefined,
    page: () => ({ page: draft.page, ...within }),
    text: () => ({ text: t('verify.value.text'), withinMs: withinMs ?? defaultWithinMs }),
    element: () => ({ element: { ...step.target }, withinMs: withinMs ?? defaultWithinMs }),
  }
  select.onchange = () =>
    void runtime.guard(() => {
      const kind = select.value as (typeof kinds)[number]
      // Undefined takes the assertion away.
      edit(() => ({ verify: starts[kind]() }), true)
      if (kind === 'element') events.onPick(step.id, 'verify')
    })
  return element(
    'fieldset',
    {},
    element('legend', {}, t('verify')),
    element('label', {}, element('span', { className: 'hidden' }, t('verify')), select),
    current === 'page' || current === 'text' ? valueField(current) : null,
    current === 'element' && verify?.element && element('code', {}, describe(verify.element)),
    current === 'element' &&
      button('button plain', t('verifyPick'), () => void runtime.guard(() => events.onPick(step.id, 'verify'))),
    current !== 'none' && secondsField(),
  )

  function valueField(kind: 'page' | 'text'): HTMLElement {
    const input = element('input', { type: 'text', value: verify?.[kind] ?? '', maxLength: maxChars })
    input.oninput = () => {
      const value = input.value.trim()
      if (value && (kind === 'text' || /^\/[^?#\s]*$/.test(value)))
        runtime.guard(() => edit((now) => ({ verify: { ...now.verify, [kind]: value } }), false))
    }
    return element('label', {}, t(`verify.value.${kind}`), input)
  }

  function secondsField(): HTMLElement {
    const value = withinMs === undefined ? '' : `${withinMs / 1000}`
    const input = element('input', { type: 'number', min: '1', max: '600', value, placeholder: '5' })
    input.oninput = () => {
      const seconds = Math.round(Number(input.value))
      if (!(seconds >= 0 && seconds <= 600)) return
      runtime.guard(() =>
        edit(
          ({ verify: { withinMs: _, ...rest } = {} }) => ({
            verify: { ...rest, ...(seconds > 0 && { withinMs: seconds * 1000 }) },
          }),
          false,
        ),
      )
    }
    return element('label', {}, t('within'), input)
  }
}

function describe({ role, name, text, css }: NonNullable<FlowVerify['element']>): string {
  return [role, name ?? text, css].filter(Boolean).join(' · ')
}
