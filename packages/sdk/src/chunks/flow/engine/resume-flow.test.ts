import type { Flow } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import { printer, toChoose, walk } from '../testing/printer-flow.ts'
import { resumeFlow } from './flow-engine.ts'

describe('a resumed flow', () => {
  const stored = () => walk(printer, '/parametres', toChoose).state

  it('stands on the same step with the same answers, and reports neither start nor step again', () => {
    const { state, effects } = resumeFlow(printer, stored(), '/parametres/imprimantes')
    expect(state).toMatchObject({ stepId: 'choisir', answers: { voyant: 'Oui' }, place: 'here', target: 'searching' })
    expect(effects).toEqual([])
  })

  it('survives JSON', () => {
    const again = JSON.parse(JSON.stringify(stored()))
    expect(resumeFlow(printer, again, '/parametres/imprimantes').state.path).toEqual(['ouvrir', 'voyant', 'choisir'])
  })

  it('stays out of sight on unrelated pages', () => {
    expect(resumeFlow(printer, stored(), '/agenda').state).toMatchObject({ place: 'hidden', stepId: 'choisir' })
  })

  it('passes a click that loaded the asserted page', () => {
    const clicked = walk(printer, '/parametres', [{ type: 'acted' }]).state
    expect(resumeFlow(printer, clicked, '/parametres/imprimantes').state.stepId).toBe('voyant')
  })

  it('goes by step id when steps were added or taken away', () => {
    const longer: Flow = { ...printer, version: 4, steps: [{ id: 'bienvenue' }, ...printer.steps] }
    expect(resumeFlow(longer, stored(), '/parametres/imprimantes').state).toMatchObject({
      stepId: 'choisir',
      version: 4,
    })
    const shorter: Flow = { ...printer, steps: printer.steps.filter(({ id }) => id !== 'choisir') }
    expect(resumeFlow(shorter, stored(), '/parametres/imprimantes').state).toMatchObject({
      stepId: 'voyant',
      path: ['ouvrir', 'voyant'],
      answers: { voyant: 'Oui' },
    })
    const other: Flow = { ...printer, steps: [{ id: 'nouveau' }] }
    expect(resumeFlow(other, stored(), '/parametres').state).toMatchObject({ stepId: 'nouveau', answers: {} })
  })

  it('drops an answer that is no longer offered', () => {
    const reworded: Flow = {
      ...printer,
      steps: printer.steps.map((step) =>
        step.id === 'voyant' ? { ...step, answers: [{ label: 'Oui, vert', next: 'choisir' }] } : step,
      ),
    }
    expect(resumeFlow(reworded, stored(), '/parametres').state.answers).toEqual({})
  })
})
