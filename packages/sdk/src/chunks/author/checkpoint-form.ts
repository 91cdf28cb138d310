/** The fields of a question: its words, and where each answer leads. */
import type { FlowAnswer } from '@fanal/contract'
import { button, element } from '../../ui/element.ts'
import type { EditStep } from './step-form.ts'
import type { StepParts } from './step-item.ts'

const maxAnswers = 20
const maxChars = 500

export function checkpointForm(parts: StepParts, edit: EditStep): HTMLElement {
  const { runtime, t, step } = parts
  const on = (run: () => unknown) => () => void runtime.guard(run)
  const answers = step.answers ?? []
  const question = element('textarea', { value: step.checkpoint ?? '', rows: 2, maxLength: maxChars })
  question.oninput = on(() => edit(() => ({ checkpoint: question.value }), false))
  const add = button(
    'button plain',
    t('answerAdd'),
    on(() => edit((now) => ({ answers: [...(now.answers ?? []), { label: '' }] }), true)),
  )
  add.dataset.key = `${step.id}:add`
  add.disabled = answers.length >= maxAnswers
  return element(
    'div',
    { className: 'author-form' },
    element('label', {}, t('questionText'), question),
    element(
      'fieldset',
      {},
      element('legend', {}, t('answers')),
      ...answers.map((answer, place) => answerField(parts, edit, answer, place)),
      add,
    ),
  )
}

function answerField(parts: StepParts, edit: EditStep, answer: FlowAnswer, place: number): HTMLElement {
  const { runtime, t, step, draft } = parts
  const number = place + 1
  const replace = (change: (one: FlowAnswer) => FlowAnswer, redraw: boolean) =>
    edit(({ answers = [] }) => ({ answers: answers.map((one, n) => (n === place ? change(one) : one)) }), redraw)
  const label = element('input', {
    type: 'text',
    value: answer.label,
    maxLength: maxChars,
    ariaLabel: t('answer', { number }),
  })
  label.oninput = () => void runtime.guard(() => replace((one) => ({ ...one, label: label.value }), false))

  const leads = element('select', {
    'data-key': `${step.id}:leads:${place}`,
    ariaLabel: `${t('answer', { number })}, ${t('leadsTo')}`,
  })
  const options: [value: string, words: string][] = [
    ['', t('leads.next')],
    ['done', t('leads.done')],
    ['contact', t('leads.contact')],
    ...draft.steps
      .filter(({ id }) => id !== step.id)
      .map((other): [string, string] => [
        `step:${other.id}`,
        `${draft.steps.indexOf(other) + 1}. ${other.title ?? other.checkpoint ?? other.id}`,
      ]),
  ]
  for (const [value, words] of options) leads.append(element('option', { value }, words.slice(0, 80)))
  leads.value = answer.contact ? 'contact' : answer.next === 'done' ? 'done' : answer.next ? `step:${answer.next}` : ''
  leads.onchange = () => void runtime.guard(() => replace(({ label: words }) => leadTo(words, leads.value), true))

  const remove = button(
    'button plain',
    '×',
    () =>
      void runtime.guard(() => edit(({ answers = [] }) => ({ answers: answers.filter((_, n) => n !== place) }), true)),
  )
  remove.ariaLabel = t('answerRemove', { number })
  remove.dataset.key = `${step.id}:remove:${place}`
  return element('div', { className: 'author-answer' }, label, leads, remove)
}

function leadTo(label: string, way: string): FlowAnswer {
  if (way === 'contact') return { label, contact: true }
  return way === '' ? { label } : { label, next: way.replace(/^step:/, '') }
}
