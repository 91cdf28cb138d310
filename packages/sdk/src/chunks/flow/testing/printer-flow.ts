/** The printer flow that the engine's tests walk, and how they walk it. */
import type { Flow } from '@fanal/contract'
import { advanceFlow, startFlow } from '../engine/flow-engine.ts'
import type { FlowEffect, FlowEvent, FlowState } from '../engine/flow-state.ts'

export const printer: Flow = {
  id: 'imprimante',
  title: 'Configurer l’imprimante',
  locale: 'fr',
  version: 3,
  start: { when: 'manual' },
  steps: [
    {
      id: 'ouvrir',
      page: '/parametres',
      target: { role: 'link', name: 'Imprimantes' },
      advance: { on: 'click' },
      verify: { page: '/parametres/imprimantes' },
    },
    {
      id: 'voyant',
      checkpoint: 'Voyez-vous le voyant vert ?',
      answers: [
        { label: 'Oui', next: 'choisir' },
        { label: 'Non', next: 'allumer' },
        { label: 'Je ne sais pas', article: 'voyants-imprimante' },
        { label: 'Elle fume', contact: true },
      ],
    },
    { id: 'allumer', text: 'Appuyez sur le bouton.', next: 'voyant' },
    {
      id: 'choisir',
      page: '/parametres/imprimantes',
      target: { role: 'combobox', name: 'Imprimante' },
      verify: { element: { css: '[data-status=ready]' }, withinMs: 30_000 },
      remedy: 'allumer',
    },
  ],
  done: { milestone: 'imprimante-prete', ask: 'Le problème est-il résolu ?' },
}

/** Walks the flow from its start on `page`; gathers every effect. */
export function walk(flow: Flow, page: string, events: FlowEvent[]): { state: FlowState; effects: FlowEffect[] } {
  return follow(flow, startFlow(flow, { by: 'visitor', page }), events)
}

export function follow(flow: Flow, from: { state: FlowState; effects: FlowEffect[] }, events: FlowEvent[]) {
  return events.reduce((now, event) => {
    const { state, effects } = advanceFlow(flow, now.state, event)
    return { state, effects: [...now.effects, ...effects] }
  }, from)
}

export const reports = (effects: FlowEffect[]) =>
  effects.flatMap((effect) => (effect.type === 'report' ? [[effect.name, effect.props]] : []))

/** From the first step to the choice of the printer, starting on /parametres. */
export const toChoose: FlowEvent[] = [
  { type: 'acted' },
  { type: 'page', page: '/parametres/imprimantes' },
  { type: 'answer', label: 'Oui' },
]
