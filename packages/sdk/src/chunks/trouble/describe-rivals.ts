/**
 * Tells the owners of a flow what came nearest to a target that was not found. Said are only kinds of elements, the host's own `data-fanal-id`, and how
 * each signal of the target fared: words, values, ids and classes of the page may hold what is a patient's, and stay where they are.
 */
import { type FlowTarget, limits } from '@fanal/contract'
import type { CompareTexts } from '../flow/targeting/compare-texts.ts'
import type { Candidate, Rival } from '../flow/targeting/score-candidates.ts'

/** Less than a role of the same name: has nothing in common with the target. */
const leastPoints = 1.5

/** @returns nearest first, at most three: `button data-fanal-id:export name:same css:no hidden` */
export function describeRivals(target: FlowTarget, rivals: readonly Rival[], compareTexts: CompareTexts): string[] {
  return rivals
    .filter(({ score }) => score > leastPoints)
    .sort((a, b) => b.score - a.score)
    .slice(0, limits.maxTargetCandidates)
    .map(({ candidate }) => describe(target, candidate, compareTexts))
}

function describe(target: FlowTarget, candidate: Candidate, compareTexts: CompareTexts): string {
  const { role, fanalId, matchesCss, standsWithin, visible } = candidate
  const words = (['name', 'text'] as const).map((signal) => {
    const wanted = target[signal]
    return wanted !== undefined && `${signal}:${compareTexts(wanted, candidate[signal])}`
  })
  return [
    /^[a-z]+$/.test(role) ? role : 'other',
    fanalId !== null && /^(?!.*\d{3})[\w-]{1,60}$/.test(fanalId) && `data-fanal-id:${fanalId}`,
    ...words,
    target.css !== undefined && `css:${matchesCss ? 'yes' : 'no'}`,
    target.within !== undefined && `within:${standsWithin ? 'yes' : 'no'}`,
    !visible && 'hidden',
  ]
    .filter(Boolean)
    .join(' ')
}
