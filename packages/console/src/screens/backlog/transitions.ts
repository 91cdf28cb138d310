/** Where an item may go from its state, sorted for a person: the way forward first, then the ways out. Pure. */
import { type BacklogState, backlogExits, backlogTransitions, closedStates } from '@fanal/contract'

export interface NextStates {
  /** along nouveau → … → mesuré, in the order of the contract */
  steps: BacklogState[]
  /** synonyme, article amélioré, bug transmis, rejeté, reporté */
  exits: BacklogState[]
}

export function nextStates(state: BacklogState): NextStates {
  const allowed = backlogTransitions[state]
  return { steps: allowed.filter((next) => !isExit(next)), exits: allowed.filter(isExit) }
}

/** Leaving without an answer needs a reason that the next reader can weigh; the server asks for the same ones. */
export function needsReason(to: BacklogState): boolean {
  return to === 'rejected' || to === 'bug' || to === 'postponed'
}

export function isOpen(state: BacklogState): boolean {
  return !closedStates.includes(state)
}

function isExit(state: BacklogState): boolean {
  return (backlogExits as readonly string[]).includes(state)
}
