import type { Flow } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import { stepPosition } from './step-order.ts'

const flow: Flow = {
  id: 'imprimante',
  title: 'Configurer l’imprimante',
  locale: 'fr',
  version: 1,
  start: { when: 'manual' },
  steps: [
    { id: 'ouvrir' },
    {
      id: 'voyant',
      checkpoint: 'Vert ?',
      answers: [
        { label: 'Je ne sais pas', article: 'voyants' },
        { label: 'Oui', next: 'choisir' },
        { label: 'Non', next: 'allumer' },
      ],
    },
    { id: 'allumer', next: 'voyant' },
    { id: 'choisir' },
    { id: 'essai' },
  ],
  done: {},
}

describe('stepPosition', () => {
  it.each([
    [['ouvrir'], {}, { number: 1, total: 4 }],
    [['ouvrir', 'voyant'], {}, { number: 2, total: 4 }],
    [['ouvrir', 'voyant', 'choisir'], { voyant: 'Oui' }, { number: 3, total: 4 }],
    [['ouvrir', 'voyant', 'choisir', 'essai'], { voyant: 'Oui' }, { number: 4, total: 4 }],
  ])('counts the straight way %j', (path, answers, expected) => {
    expect(stepPosition(flow, path, answers)).toEqual(expected)
  })

  it('lets a detour make the way longer, and comes back to the first number', () => {
    expect(stepPosition(flow, ['ouvrir', 'voyant'], { voyant: 'Non' })).toEqual({ number: 2, total: 5 })
    expect(stepPosition(flow, ['ouvrir', 'voyant', 'allumer'], { voyant: 'Non' })).toEqual({ number: 3, total: 5 })
    expect(stepPosition(flow, ['ouvrir', 'voyant', 'allumer', 'voyant'], { voyant: 'Non' })).toEqual({
      number: 2,
      total: 5,
    })
    expect(stepPosition(flow, ['ouvrir', 'voyant', 'allumer', 'voyant', 'choisir'], { voyant: 'Oui' })).toEqual({
      number: 4,
      total: 5,
    })
  })
})
