import type { Flow, FlowStep } from '@fanal/contract'
import { expect, test } from 'vitest'
import { planRuns } from './plan-runs.ts'

function flowOf(...steps: FlowStep[]): Flow {
  return { id: 'f', title: 'F', locale: 'fr', version: 1, start: { when: 'manual' }, steps, done: {} }
}

function ids(flow: Flow): string[][] {
  return planRuns(flow).map((run) => run.map(({ step, asRemedy }) => (asRemedy ? `remedy ${step.id}` : step.id)))
}

test('the longest way comes first, so that one run sees most steps', () => {
  const flow = flowOf(
    {
      id: 'voyant',
      checkpoint: 'Vert ?',
      answers: [
        { label: 'Oui', next: 'choisir' },
        { label: 'Non', next: 'allumer' },
        { label: '?', article: 'voyants' },
      ],
    },
    { id: 'allumer', title: 'Allumez' },
    { id: 'choisir', title: 'Choisissez' },
  )
  expect(ids(flow)).toEqual([['voyant', 'allumer', 'choisir']])
})

test('a branch that the longest way passes by gets a run of its own', () => {
  const flow = flowOf(
    {
      id: 'a',
      checkpoint: '?',
      answers: [
        { label: '1', next: 'b' },
        { label: '2', next: 'd' },
      ],
    },
    { id: 'b', title: 'B' },
    { id: 'c', title: 'C', next: 'done' },
    { id: 'd', title: 'D' },
  )
  expect(ids(flow)).toEqual([
    ['a', 'b', 'c'],
    ['a', 'd'],
  ])
})

test('a step that is only a remedy is reached as one', () => {
  const flow = flowOf(
    { id: 'a', title: 'A', verify: { page: '/b' }, remedy: 'r', next: 'done' },
    { id: 'r', title: 'R', next: 'a' },
  )
  expect(ids(flow)).toEqual([['a'], ['a', 'remedy r']])
})
