import { backlogTransitions } from '@fanal/contract'
import { describe, expect, test } from 'vitest'
import { isOpen, needsReason, nextStates } from './transitions.ts'

describe('nextStates', () => {
  test('puts the way forward first and the ways out apart', () => {
    expect(nextStates('accepted')).toEqual({
      steps: ['writing', 'published'],
      exits: ['synonym', 'improved', 'bug', 'rejected', 'postponed'],
    })
  })

  test('lets a closed item only be triaged again', () => {
    expect(nextStates('rejected')).toEqual({ steps: ['triage'], exits: [] })
  })

  test('leaves a merged item where it is', () => {
    expect(nextStates('merged')).toEqual({ steps: [], exits: [] })
  })

  test('loses none of the transitions the contract allows', () => {
    const { steps, exits } = nextStates('testing')
    expect([...steps, ...exits].sort()).toEqual([...backlogTransitions.testing].sort())
  })
})

test('leaving without an answer asks for a reason', () => {
  expect(needsReason('rejected')).toBe(true)
  expect(needsReason('postponed')).toBe(true)
  expect(needsReason('bug')).toBe(true)
  expect(needsReason('published')).toBe(false)
})

test('a postponed item still waits for somebody, a rejected one does not', () => {
  expect(isOpen('postponed')).toBe(true)
  expect(isOpen('rejected')).toBe(false)
  expect(isOpen('measured')).toBe(false)
})
