import { expect, it } from 'vitest'
import {
  addCheckpoint,
  arriveOn,
  changeStep,
  emptyDraft,
  moveStep,
  type RecordedAction,
  recordAction,
  removeStep,
  toFlow,
} from './draft.ts'

const action = (name: string, more: Partial<RecordedAction> = {}): RecordedAction => ({
  on: 'click',
  target: { role: 'button', name },
  strength: 'strong',
  title: `Cliquez sur ${name}`,
  text: `Cliquez sur **${name}**.`,
  page: '/parametres',
  at: 1000,
  ...more,
})
const empty = emptyDraft('fr', '/parametres')
const ids = (draft: { steps: { id: string }[] }) => draft.steps.map(({ id }) => id)

it('every action is a step with an id of its own', () => {
  const draft = ['Ajouter', 'Ajouter', 'Été'].reduce((now, name) => recordAction(now, action(name)), empty)
  expect(ids(draft)).toEqual(['cliquez-sur-ajouter', 'cliquez-sur-ajouter-2', 'cliquez-sur-ete'])
})

it('typing on in a field is one step, and so is the submit that a click brings', () => {
  const typed = recordAction(recordAction(empty, action('Nom', { on: 'input' })), action('Nom', { on: 'input' }))
  expect(typed.steps).toHaveLength(1)
  const sent = recordAction(recordAction(typed, action('Envoyer')), action('Envoyer', { on: 'submit' }))
  expect(sent.steps.map(({ advance }) => advance?.on)).toEqual(['input', 'submit'])
})

it('a page that opens soon after an action is what the step verifies', () => {
  const draft = recordAction(empty, action('Imprimantes'))
  expect(arriveOn(draft, '/parametres/imprimantes', 5000).steps[0]?.verify).toEqual({ page: '/parametres/imprimantes' })
  expect(arriveOn(draft, '/parametres/imprimantes', 60_000).steps[0]?.verify).toBeUndefined()
  expect(arriveOn({ ...draft, recording: false }, '/agenda', 5000).steps[0]?.verify).toBeUndefined()
})

it('steps move and go, and answers that led to one that went lead on instead', () => {
  const words = { checkpoint: 'Vert ?', yes: 'Oui', no: 'Non' }
  const two = recordAction(recordAction(empty, action('A')), action('B'))
  const asked = addCheckpoint(two, words)
  expect(ids(moveStep(asked, 'question', -1))).toEqual(['cliquez-sur-a', 'question', 'cliquez-sur-b'])
  const led = changeStep(asked, 'question', {
    answers: [
      { label: 'Oui', next: 'cliquez-sur-a' },
      { label: 'Non', contact: true },
    ],
  })
  expect(removeStep(led, 'cliquez-sur-a').steps.at(-1)?.answers).toEqual([
    { label: 'Oui' },
    { label: 'Non', contact: true },
  ])
})

it('what is left empty does not make a flow that nobody may publish', () => {
  const blank = changeStep(recordAction(empty, action('A')), 'cliquez-sur-a', { title: ' ', text: '' })
  const flow = toFlow(addCheckpoint(blank, { checkpoint: '', yes: 'Oui', no: ' ' }), 'Guide sans titre')
  expect(flow).toMatchObject({
    id: 'guide-sans-titre',
    title: 'Guide sans titre',
    steps: [
      { title: 'Guide sans titre', target: { role: 'button', name: 'A' }, advance: { on: 'click' } },
      { checkpoint: 'Guide sans titre', answers: [{ label: 'Oui' }] },
    ],
  })
  expect(JSON.stringify(flow)).not.toContain('strength')
})
