import { expect, it } from 'vitest'
import type { Fact } from '../../chunks.ts'
import { listState } from './list-state.ts'

const list = {
  title: 'Débuter',
  flows: [
    { id: 'cabinet', title: 'Cabinet' },
    { id: 'imprimante', title: 'Imprimante', milestone: 'prete' },
    { id: 'vitale', title: 'Carte Vitale' },
  ],
}
const states = (facts: Fact[], running?: string) =>
  listState(list, facts, running).map(({ state, stepId }) => (stepId ? `${state} at ${stepId}` : state))

it('ticks off what was completed, and what its milestone says was done without it', () => {
  expect(states([])).toEqual(['todo', 'todo', 'todo'])
  const facts: Fact[] = [
    ['milestone_reached', { name: 'prete' }],
    ['flow_completed', { flowId: 'cabinet' }],
    ['milestone_reached', { name: 'autre' }],
  ]
  expect(states(facts)).toEqual(['done', 'done', 'todo'])
})

it('remembers the step a flow was left at, the last time, and what runs now', () => {
  const facts: Fact[] = [
    ['flow_exited', { flowId: 'vitale', stepId: 'lire', reason: 'quit' }],
    ['flow_exited', { flowId: 'vitale', stepId: 'brancher', reason: 'quit' }],
    ['flow_exited', { flowId: 'cabinet', stepId: 'nom', reason: 'quit' }],
    ['flow_completed', { flowId: 'cabinet' }],
  ]
  expect(states(facts)).toEqual(['done', 'todo', 'left at lire'])
  expect(states(facts, 'cabinet')).toEqual(['running', 'todo', 'left at lire'])
})
