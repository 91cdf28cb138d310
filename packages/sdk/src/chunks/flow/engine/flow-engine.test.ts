import type { Flow } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import { follow, printer, reports, toChoose, walk } from '../testing/printer-flow.ts'
import { describeForContact, startFlow } from './flow-engine.ts'
import type { FlowEvent } from './flow-state.ts'

describe('a flow', () => {
  it('reports its start and its first step', () => {
    const { state, effects } = walk(printer, '/parametres', [])
    expect(state).toMatchObject({ stepId: 'ouvrir', place: 'here', target: 'searching', phase: 'acting' })
    expect(reports(effects)).toEqual([
      ['flow_started', { flowId: 'imprimante', version: 3, by: 'visitor' }],
      ['flow_step_seen', { flowId: 'imprimante', stepId: 'ouvrir' }],
    ])
  })

  it('waits for the assertion after the click, then goes on', () => {
    const clicked = walk(printer, '/parametres', [{ type: 'acted' }])
    expect(clicked.state).toMatchObject({ stepId: 'ouvrir', phase: 'verifying' })
    const arrived = follow(printer, clicked, [{ type: 'page', page: '/parametres/imprimantes' }])
    expect(arrived.state).toMatchObject({ stepId: 'voyant', phase: 'acting', path: ['ouvrir', 'voyant'] })
  })

  it('goes on when the asserted page is reached another way than by the click', () => {
    const { state } = walk(printer, '/parametres', [{ type: 'page', page: '/parametres/imprimantes' }])
    expect(state.stepId).toBe('voyant')
  })

  it('counts two clicks once', () => {
    const flow: Flow = {
      ...printer,
      steps: [
        { id: 'a', advance: { on: 'click' }, target: { css: '#a' } },
        { id: 'b', advance: { on: 'click' }, verify: { text: 'prêt' }, target: { css: '#b' } },
        { id: 'c' },
      ],
    }
    expect(walk(flow, '/', [{ type: 'acted' }]).state.stepId).toBe('b')
    expect(walk(flow, '/', [{ type: 'acted' }, { type: 'acted' }, { type: 'acted' }]).state).toMatchObject({
      stepId: 'b',
      phase: 'verifying',
    })
  })

  it('starts at the step asked for, and at the first when there is no such step', () => {
    expect(startFlow(printer, { by: 'api', page: '/', stepId: 'voyant' }).state.stepId).toBe('voyant')
    expect(startFlow(printer, { by: 'api', page: '/', stepId: 'rien' }).state.stepId).toBe('ouvrir')
  })

  it('passes over a first step whose page is already behind the person', () => {
    const { state, effects } = walk(printer, '/parametres/imprimantes', [])
    expect(state).toMatchObject({ stepId: 'voyant', path: ['ouvrir', 'voyant'] })
    expect(reports(effects).map(([name, props]) => [name, (props as { stepId?: string }).stepId])).toEqual([
      ['flow_started', undefined],
      ['flow_step_seen', 'voyant'],
    ])
  })
})

describe('a question', () => {
  it('branches on the answer', () => {
    const { state, effects } = walk(printer, '/parametres/imprimantes', [{ type: 'answer', label: 'Non' }])
    expect(state.stepId).toBe('allumer')
    expect(reports(effects)).toContainEqual([
      'checkpoint_answered',
      { flowId: 'imprimante', stepId: 'voyant', answer: 'Non' },
    ])
  })

  it('opens the article of an answer and waits', () => {
    const { state, effects } = walk(printer, '/parametres/imprimantes', [{ type: 'answer', label: 'Je ne sais pas' }])
    expect(state.stepId).toBe('voyant')
    expect(effects).toContainEqual({ type: 'open_article', articleId: 'voyants-imprimante' })
  })

  it('opens support with the state for an answer that asks for it, and waits', () => {
    const { state, effects } = walk(printer, '/parametres/imprimantes', [{ type: 'answer', label: 'Elle fume' }])
    expect(state.stepId).toBe('voyant')
    expect(effects).toContainEqual({
      type: 'open_contact',
      flow: {
        id: 'imprimante',
        version: 3,
        stepId: 'voyant',
        path: ['ouvrir', 'voyant'],
        answers: { voyant: 'Elle fume' },
      },
    })
  })

  it('cannot be passed without an answer', () => {
    expect(walk(printer, '/parametres/imprimantes', [{ type: 'continue' }]).state.stepId).toBe('voyant')
  })

  it('keeps its answer on the way back, and another answer takes another path', () => {
    const back = walk(printer, '/parametres/imprimantes', [{ type: 'answer', label: 'Non' }, { type: 'back' }])
    expect(back.state).toMatchObject({
      stepId: 'voyant',
      answers: { voyant: 'Non' },
      path: ['ouvrir', 'voyant'],
    })
    expect(follow(printer, back, [{ type: 'continue' }]).state.stepId).toBe('allumer')
    const other = follow(printer, back, [{ type: 'answer', label: 'Oui' }])
    expect(other.state).toMatchObject({ stepId: 'choisir', path: ['ouvrir', 'voyant', 'choisir'] })
    expect(reports(other.effects).filter(([name]) => name === 'flow_step_seen')).toHaveLength(3)
  })

  it('ignores an answer the definition does not have', () => {
    const { state, effects } = walk(printer, '/parametres/imprimantes', [{ type: 'answer', label: 'Peut-être' }])
    expect(state.stepId).toBe('voyant')
    expect(reports(effects).map(([name]) => name)).not.toContain('checkpoint_answered')
  })
})

describe('an assertion', () => {
  const atChoice = () => walk(printer, '/parametres', toChoose)

  it('that turns true carries the person on by itself', () => {
    const { state } = follow(printer, atChoice(), [
      { type: 'verify', holds: false },
      { type: 'verify', holds: true },
    ])
    expect(state.phase).toBe('asking')
  })

  it('that was true from the start waits for « Continuer »', () => {
    const shown = follow(printer, atChoice(), [{ type: 'verify', holds: true }])
    expect(shown.state).toMatchObject({ stepId: 'choisir', phase: 'acting' })
    expect(follow(printer, shown, [{ type: 'continue' }]).state.phase).toBe('asking')
  })

  it('that does not come true in time is reported once, and can still come true', () => {
    const failed = follow(printer, atChoice(), [
      { type: 'verify', holds: false },
      { type: 'continue' },
      { type: 'verify_timed_out', reason: 'verify_failed' },
      { type: 'continue' },
      { type: 'verify_timed_out', reason: 'verify_failed' },
    ])
    expect(failed.state).toMatchObject({ phase: 'unverified', failure: 'verify_failed' })
    expect(reports(failed.effects).filter(([name]) => name === 'flow_step_failed')).toEqual([
      ['flow_step_failed', { flowId: 'imprimante', stepId: 'choisir', reason: 'verify_failed' }],
    ])
    expect(follow(printer, failed, [{ type: 'verify', holds: true }]).state.phase).toBe('asking')
  })

  it('that failed leaves the way to the remedy, and to going on anyway', () => {
    const failed = follow(printer, atChoice(), [
      { type: 'continue' },
      { type: 'verify_timed_out', reason: 'verify_failed' },
    ])
    expect(follow(printer, failed, [{ type: 'remedy' }]).state).toMatchObject({ stepId: 'allumer', failure: null })
    expect(follow(printer, failed, [{ type: 'skip' }]).state.phase).toBe('asking')
  })

  it('cannot be skipped before it has failed', () => {
    expect(follow(printer, atChoice(), [{ type: 'skip' }]).state.stepId).toBe('choisir')
  })
})

describe('a target that is gone', () => {
  it('leaves the text in its place, is reported once, and the flow goes on', () => {
    const lost = walk(printer, '/parametres', [
      { type: 'target_found' },
      { type: 'target_lost', reason: 'target_missing' },
      { type: 'target_found' },
      { type: 'target_lost', reason: 'target_hidden' },
    ])
    expect(lost.state).toMatchObject({ target: 'fallback', failure: 'target_hidden' })
    expect(reports(lost.effects).filter(([name]) => name === 'flow_step_failed')).toEqual([
      ['flow_step_failed', { flowId: 'imprimante', stepId: 'ouvrir', reason: 'target_missing' }],
    ])
    expect(describeForContact(lost.state).failure).toBe('target_hidden')
    expect(
      follow(printer, lost, [{ type: 'continue' }, { type: 'page', page: '/parametres/imprimantes' }]).state.stepId,
    ).toBe('voyant')
  })

  it('is no failure once the person has acted', () => {
    const { state, effects } = walk(printer, '/parametres', [
      { type: 'acted' },
      { type: 'target_lost', reason: 'target_missing' },
    ])
    expect(state.failure).toBeNull()
    expect(reports(effects).map(([name]) => name)).not.toContain('flow_step_failed')
  })
})

describe('another page', () => {
  it('hides a step that was seen, without failing it, and shows it again on its page', () => {
    const away = walk(printer, '/parametres', [{ type: 'page', page: '/agenda' }])
    expect(away.state).toMatchObject({ place: 'hidden', stepId: 'ouvrir' })
    const home = follow(printer, away, [{ type: 'page', page: '/parametres' }])
    expect(home.state).toMatchObject({ place: 'here', target: 'searching' })
    expect(reports(home.effects).map(([name]) => name)).toEqual(['flow_started', 'flow_step_seen'])
  })

  it('is where a flow started from afar says that it goes on elsewhere', () => {
    const far = walk(printer, '/agenda', [])
    expect(far.state.place).toBe('elsewhere')
    expect(reports(far.effects).map(([name]) => name)).toEqual(['flow_started'])
    const near = follow(printer, far, [{ type: 'page', page: '/parametres' }])
    expect(near.state.place).toBe('here')
    expect(reports(near.effects).map(([name]) => name)).toEqual(['flow_started', 'flow_step_seen'])
  })

  it('keeps the card while what was done is being verified', () => {
    const { state } = walk(printer, '/parametres', [{ type: 'acted' }, { type: 'page', page: '/chargement' }])
    expect(state).toMatchObject({ place: 'here', phase: 'verifying' })
  })

  it('advances a step that waits for it', () => {
    const flow: Flow = {
      ...printer,
      steps: [
        { id: 'aller', page: '/agenda', advance: { on: 'page:/patients/**' } },
        { id: 'voir', page: '/patients/:id' },
      ],
    }
    expect(walk(flow, '/agenda', [{ type: 'page', page: '/patients/:id' }]).state).toMatchObject({
      stepId: 'voir',
      place: 'here',
    })
  })
})

describe('the end', () => {
  const atEnd = () =>
    walk(printer, '/parametres', [...toChoose, { type: 'verify', holds: false }, { type: 'verify', holds: true }])

  it('reaches the milestone, asks, and reports the answer', () => {
    const solved = follow(printer, atEnd(), [{ type: 'solved', solved: true }])
    expect(solved.state.phase).toBe('ended')
    expect(reports(solved.effects).slice(-2)).toEqual([
      ['milestone_reached', { name: 'imprimante-prete' }],
      ['flow_completed', { flowId: 'imprimante', solved: true }],
    ])
  })

  it('hands over to support when the problem is not solved', () => {
    const { effects } = follow(printer, atEnd(), [{ type: 'solved', solved: false }])
    expect(effects.at(-2)).toEqual({
      type: 'report',
      name: 'flow_completed',
      props: { flowId: 'imprimante', solved: false },
    })
    expect(effects.at(-1)).toMatchObject({ type: 'open_contact', flow: { stepId: 'choisir' } })
  })

  it('reaches the milestone once, even after a step back', () => {
    const again = follow(printer, atEnd(), [{ type: 'back' }, { type: 'verify', holds: true }, { type: 'continue' }])
    expect(again.state.phase).toBe('asking')
    expect(reports(again.effects).filter(([name]) => name === 'milestone_reached')).toHaveLength(1)
  })

  it('completes without a question where none is asked, and when the question is left unanswered', () => {
    const flow: Flow = { ...printer, steps: [{ id: 'seule', text: 'Lisez.' }], done: {} }
    expect(reports(walk(flow, '/', [{ type: 'continue' }]).effects).at(-1)).toEqual([
      'flow_completed',
      { flowId: 'imprimante' },
    ])
    expect(reports(follow(printer, atEnd(), [{ type: 'exit', reason: 'quit' }]).effects).at(-1)).toEqual([
      'flow_completed',
      { flowId: 'imprimante' },
    ])
  })

  it('can stand before the last written step', () => {
    const flow: Flow = { ...printer, steps: [{ id: 'a', next: 'done' }, { id: 'b' }], done: {} }
    expect(walk(flow, '/', [{ type: 'continue' }]).state.phase).toBe('ended')
  })

  it('says why it was left', () => {
    const left = (events: FlowEvent[]) => reports(walk(printer, '/parametres', events).effects).at(-1)
    expect(left([{ type: 'exit', reason: 'quit' }])).toEqual([
      'flow_exited',
      { flowId: 'imprimante', stepId: 'ouvrir', reason: 'quit' },
    ])
    expect(left([{ type: 'contact_sent' }, { type: 'exit', reason: 'quit' }])).toEqual([
      'flow_exited',
      { flowId: 'imprimante', stepId: 'ouvrir', reason: 'contact' },
    ])
  })

  it('hears nothing any more', () => {
    const ended = walk(printer, '/parametres', [{ type: 'exit', reason: 'quit' }])
    const after = follow(printer, { state: ended.state, effects: [] }, [
      { type: 'continue' },
      { type: 'acted' },
      { type: 'contact' },
    ])
    expect(after.effects).toEqual([])
    expect(after.state).toEqual(ended.state)
  })
})

describe('support', () => {
  it('is there at every step, with the failure', () => {
    const { effects, state } = walk(printer, '/parametres', [
      { type: 'target_lost', reason: 'target_ambiguous' },
      { type: 'contact' },
    ])
    expect(state.stepId).toBe('ouvrir')
    expect(effects.at(-1)).toEqual({
      type: 'open_contact',
      flow: {
        id: 'imprimante',
        version: 3,
        stepId: 'ouvrir',
        path: ['ouvrir'],
        answers: {},
        failure: 'target_ambiguous',
      },
    })
  })
})
