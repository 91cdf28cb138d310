/**
 * Decides whether an item of a failing step may close: under the version of the flow that is served today, people came to the
 * step, it failed for nobody, and that has held for as long as help takes to show its effect.
 * Source: docs/metrics.md#steps-that-fail
 */
import type { FailingStep, StepProof } from '@fanal/contract'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'

/** How long a version must have been in use, from its first run at the step: the window in which a ticket may follow help. */
const matureMs = 72 * 3_600_000

const unknown: StepProof = { version: null, runs: 0, failed: 0, matureAt: null, holds: false }

/**
 * What today's version of the flow says. A step that was withdrawn can fail nobody; where no content is served, nothing is proven.
 *
 * @param now milliseconds
 */
export function proveStep(
  base: Pick<KnowledgeBase, 'flows' | 'folder'> | undefined,
  step: FailingStep,
  now: number,
): StepProof {
  if (!base || base.folder === null) return unknown
  const flow = base.flows.get(step.flowId)
  if (!flow?.steps.some(({ id }) => id === step.stepId)) return { ...unknown, holds: true }
  const own = step.versions.find(({ version }) => version === flow.version)
  if (!own) return { ...unknown, version: flow.version }
  const firstAt = Date.parse(own.firstAt)
  const matureAt = firstAt + matureMs
  // A run that began before the history does not tell its version: where one failed since, it may have been this one.
  const unsure = step.versions.some(
    ({ version, lastFailedAt }) => version === null && lastFailedAt !== null && Date.parse(lastFailedAt) >= firstAt,
  )
  return {
    version: flow.version,
    runs: own.runs,
    failed: own.failed,
    matureAt: new Date(matureAt).toISOString(),
    holds: own.failed === 0 && !unsure && matureAt <= now,
  }
}
