/** One step in the recorder's list: what it is, how surely its element is found, and, where it is open, everything about it to edit. */
import type { Runtime } from '../../runtime.ts'
import { button, element } from '../../ui/element.ts'
import type { AuthorTranslate } from './author-words.ts'
import { checkpointForm } from './checkpoint-form.ts'
import { changeStep, type Draft, type DraftStep, moveStep, removeStep } from './draft.ts'
import type { RecorderEvents } from './recorder-view.ts'
import { type EditStep, stepForm } from './step-form.ts'

export interface StepParts {
  runtime: Runtime
  t: AuthorTranslate
  draft: Draft
  step: DraftStep
  place: number
  events: RecorderEvents
}

/** @param parts `toggle` opens and closes a step by its id */
export function stepItem(parts: StepParts & { openStep: string | null; toggle(id: string): void }): HTMLLIElement {
  const { runtime, t, draft, step, place, openStep, toggle, events } = parts
  const on = (run: () => unknown) => () => void runtime.guard(run)
  const isOpen = openStep === step.id
  const name = element('b', {}, nameOf(step, t))
  const { on: advance } = step.advance ?? {}
  const known = advance && /^(?:click|input|change|submit|next)$/.test(advance)
  const about = [step.page, known && t(`advance.${advance as 'click'}`)].filter(Boolean).join(' · ')
  const head = element(
    'button',
    {
      type: 'button',
      className: 'author-step',
      ariaExpanded: `${isOpen}`,
      'data-key': step.id,
      onclick: on(() => toggle(step.id)),
    },
    element('i', {}, `${place + 1}`),
    element('span', {}, name, element('small', {}, about)),
    step.strength && element('em', { 'data-strength': step.strength }, t(`strength.${step.strength}`)),
  )
  if (!isOpen) return element('li', {}, head)

  /** What is typed shows in the head at once. */
  const edit: EditStep = (change, redraw) => {
    let changed = step
    events.onChange((now) => {
      const next = changeStep(now, step.id, change(now.steps.find(({ id }) => id === step.id) ?? step))
      changed = next.steps.find(({ id }) => id === step.id) ?? step
      return next
    }, redraw)
    name.textContent = nameOf(changed, t)
  }
  const act = (key: string, words: string, run: (now: Draft) => Draft, disabled = false) => {
    const control = button(
      'button plain',
      words,
      on(() => events.onChange(run)),
    )
    control.dataset.key = `${step.id}:${key}`
    control.disabled = disabled
    return control
  }
  const form = step.checkpoint === undefined ? stepForm(parts, edit) : checkpointForm(parts, edit)
  return element(
    'li',
    { className: 'author-open' },
    head,
    form,
    element(
      'div',
      { className: 'author-acts' },
      act('up', t('up'), (now) => moveStep(now, step.id, -1), place === 0),
      act('down', t('down'), (now) => moveStep(now, step.id, 1), place === draft.steps.length - 1),
      act('remove', t('remove'), (now) => removeStep(now, step.id)),
    ),
  )
}

function nameOf({ title, checkpoint, text }: DraftStep, t: AuthorTranslate): string {
  return (checkpoint ?? title ?? text ?? '').trim() || t('untitled')
}
