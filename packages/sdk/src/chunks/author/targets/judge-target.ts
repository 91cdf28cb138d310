/**
 * Says how surely a target names one element of this page, what is doubtful about it, and what would name the element better.
 * Source: docs/flows-authoring.md#strength
 */
import type { FlowTarget, TargetDoubt, TargetJudgement, TargetProposal } from '@fanal/contract'
import { proposeTarget } from './propose-target.ts'
import type { Targeting } from './targeting.ts'

const maxProposals = 3
/** Names that share less are names of something else. */
const minSharedPairs = 0.65

export function judgeTarget(target: FlowTarget, targeting: Targeting): TargetJudgement {
  const result = targeting.findTarget(target)
  const judgement: TargetJudgement = { status: result.status, doubts: [], matches: 0, proposals: [] }
  if (result.status === 'found') {
    const doubts = doubtsOf(target, result.element, targeting)
    if (doubts.length === 0) return { ...judgement, matches: 1 }
    return { status: 'weak', doubts, matches: 1, proposals: propose([result.element], targeting) }
  }
  const meant = matchesOf(target, targeting)
  if (result.status !== 'missing') return { ...judgement, matches: meant.length, proposals: propose(meant, targeting) }
  return {
    ...judgement,
    doubts: uselessCss(target, targeting),
    proposals: propose(nearestTo(target, targeting), targeting),
  }
}

/** Elements that would each do by themselves. */
function matchesOf(target: FlowTarget, { gatherCandidates, chooseCandidate, searchRoots }: Targeting): Element[] {
  const { elements, candidates, strength } = gatherCandidates(target, searchRoots())
  return elements.filter((_, place) => {
    const candidate = candidates[place]
    return candidate !== undefined && chooseCandidate(target, [candidate], strength).status === 'found'
  })
}

/** Elements that some of the signals name, those of most signals first: what was renamed or moved is among them. */
function nearestTo(target: FlowTarget, targeting: Targeting): Element[] {
  const { role, name, text, css, fanal } = target
  const withRole = role === undefined ? {} : { role }
  const parts: FlowTarget[] = [
    ...(fanal === undefined ? [] : [{ fanal }]),
    ...(css === undefined ? [] : [{ css }]),
    ...(name === undefined ? [] : [{ ...withRole, name }, { name }]),
    ...(text === undefined ? [] : [{ ...withRole, text }, { text }]),
  ]
  const votes = new Map<Element, number>(similarlyNamed(target, targeting))
  for (const part of parts)
    for (const element of matchesOf(part, targeting)) votes.set(element, (votes.get(element) ?? 0) + 1)
  return [...votes].sort((a, b) => b[1] - a[1]).map(([element]) => element)
}

/** Elements of the same role that are called much the same: « Imprimante », « Imprimantes ». */
function similarlyNamed(
  { role, name }: FlowTarget,
  { gatherCandidates, searchRoots }: Targeting,
): [element: Element, share: number][] {
  if (name === undefined) return []
  const { elements, candidates } = gatherCandidates({ name, ...(role !== undefined && { role }) }, searchRoots())
  return elements.flatMap((element, place): [Element, number][] => {
    const candidate = candidates[place]
    const fits = candidate?.visible && (role === undefined || role === candidate.role)
    const share = fits ? sharedPairs(name, candidate.name) : 0
    return share >= minSharedPairs ? [[element, share]] : []
  })
}

/** Dice's coefficient over pairs of letters: 0 for nothing in common, 1 for the same. */
function sharedPairs(a: string, b: string): number {
  const pairsOf = (text: string) => {
    const letters = text.toLowerCase()
    return new Set(
      Array.from({ length: Math.max(0, letters.length - 1) }, (_, place) => letters.slice(place, place + 2)),
    )
  }
  const [first, second] = [pairsOf(a), pairsOf(b)]
  const shared = [...first].filter((pair) => second.has(pair)).length
  return (2 * shared) / Math.max(1, first.size + second.size)
}

function propose(elements: readonly Element[], targeting: Targeting): TargetProposal[] {
  return elements
    .slice(0, maxProposals)
    .map((element) => proposeTarget(element, targeting))
    .filter((proposal) => proposal !== null)
}

function doubtsOf(target: FlowTarget, element: Element, targeting: Targeting): TargetDoubt[] {
  const doubts: TargetDoubt[] = []
  const { name, text, role, fanal } = target
  const ofCss = doubtsOfCss(target, element, targeting)
  // A hint beside the name is no other name, where something else is certain.
  const certain = (fanal ?? target.css) !== undefined && ofCss.length === 0
  const reads = (wanted: string, given: string) =>
    (certain ? /^(?:same|counted|contains)$/ : /^(?:same|counted)$/).test(targeting.compareTexts(wanted, given))
  const actualName = targeting.nameOf(element)
  if (name !== undefined && !reads(name, actualName)) doubts.push(stale('name', actualName))
  const actualText = targeting.textOf(element) || actualName
  if (text !== undefined && !reads(text, actualText)) doubts.push(stale('text', actualText))
  const actualRole = targeting.roleOf(element)
  if (role !== undefined && role !== actualRole) doubts.push(stale('role', actualRole))
  const mark = element.getAttribute('data-fanal-id')
  if (fanal !== undefined && fanal !== mark) doubts.push(stale('fanal', mark ?? ''))
  doubts.push(...ofCss)
  const words = name ?? text
  if (fanal === undefined && words === undefined) doubts.push({ kind: 'alone', signal: 'css' })
  else if (fanal === undefined && target.css === undefined && role === undefined)
    doubts.push({ kind: 'alone', signal: name === undefined ? 'text' : 'name' })
  return doubts
}

/** A selector that says nothing, where nothing else says more: why the target cannot be found whatever the page holds. */
function uselessCss({ css }: FlowTarget, { stableSelector }: Targeting): TargetDoubt[] {
  if (css === undefined || stableSelector(css).strength !== 'none') return []
  return [{ kind: isSelector(css) ? 'generated' : 'invalid', signal: 'css' }]
}

function doubtsOfCss({ css, ...rest }: FlowTarget, element: Element, targeting: Targeting): TargetDoubt[] {
  if (css === undefined) return []
  if (!isSelector(css)) return [{ kind: 'invalid', signal: 'css' }]
  const { selector, strength } = targeting.stableSelector(css)
  if (strength === 'none') return [{ kind: 'generated', signal: 'css' }]
  if (!element.matches(selector)) return [stale('css', '')]
  if (strength !== 'weak') return []
  const without = targeting.findTarget(rest)
  const same = without.status === 'found' && without.element === element
  return same ? [] : [{ kind: 'position', signal: 'css' }]
}

function stale(signal: keyof FlowTarget, actual: string): TargetDoubt {
  return { kind: 'stale', signal, ...(actual && { actual }) }
}

function isSelector(css: string): boolean {
  try {
    document.createDocumentFragment().querySelector(css)
    return true
  } catch {
    return false
  }
}
