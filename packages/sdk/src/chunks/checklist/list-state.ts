/**
 * What the checklist says of each flow: to do, left at a step, under way, or done; done also where its milestone was reached without it.
 * Pure.
 * Source: docs/content.md#checklist
 */
import type { Checklist } from '@fanal/contract'
import type { Fact } from '../../chunks.ts'

export interface ListedFlow {
  id: string
  title: string
  state: 'todo' | 'left' | 'running' | 'done'
  /** where it was left */
  stepId?: string
}

/**
 * @param facts how flows ended and which milestones were reached, newest first
 * @param runningId flow that runs now
 */
export function listState({ flows }: Checklist, facts: readonly Fact[], runningId: string | undefined): ListedFlow[] {
  return flows.map(({ id, title, milestone }) => {
    const happened = (name: string, matches: (detail: Ended) => boolean) =>
      facts.find(([other, detail]) => other === name && matches(detail as Ended))?.[1] as Ended | undefined
    if (id === runningId) return { id, title, state: 'running' }
    const completed = happened('flow_completed', ({ flowId }) => flowId === id)
    const reached = milestone && happened('milestone_reached', ({ name }) => name === milestone)
    if (completed || reached) return { id, title, state: 'done' }
    const left = happened('flow_exited', ({ flowId }) => flowId === id)
    return left?.stepId ? { id, title, state: 'left', stepId: left.stepId } : { id, title, state: 'todo' }
  })
}

/** What the signals of an end, and of a milestone, hold. */
interface Ended {
  flowId?: string
  stepId?: string
  name?: string
}
