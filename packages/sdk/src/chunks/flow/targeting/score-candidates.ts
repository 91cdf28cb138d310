/**
 * Decides which element a flow target means, from what is known of each candidate. Pure: no DOM.
 *
 * A wrong element is worse than none: the best candidate must gather half of the evidence that the target offers, or bear its very name in a role
 * that fits, must not be contradicted, and must stand clear of the runner-up. Text that merely resembles counts only beside other evidence;
 * text that shares words and differs in others (« Supprimer Martin », « Supprimer Durand ») tells siblings apart.
 */
import type { FlowTarget } from '@fanal/contract'
import { compareTexts, type TextLikeness } from './compare-texts.ts'
import type { CssStrength } from './stable-selector.ts'

export interface Candidate {
  role: string
  name: string
  text: string
  /** matches the target's selector, freed of what builds generate */
  matchesCss: boolean
  /** `data-fanal-id` */
  fanalId: string | null
  /** whether a row, section, dialog or field group around it holds the target's `within` text */
  standsWithin: boolean
  visible: boolean
}

/** A candidate that was not chosen, with its points. */
export interface Rival {
  candidate: Candidate
  score: number
}

export type Verdict = { status: 'found'; index: number; score: number } | { status: 'missing' | 'hidden' | 'ambiguous' }

const points = { fanal: 6, name: 4, text: 3, role: 1, within: 2 } as const
const cssPoints: Record<CssStrength, number> = { identity: 4, strong: 4, weak: 2, none: 0 }
const likenessShare: Record<TextLikeness, number> = {
  same: 1,
  counted: 0.9,
  contains: 0.45,
  changed: -0.25,
  sibling: -1,
}

/** Share of the possible points that a match needs. */
const acceptedShare = 0.5
/** Points between the best and the runner-up. */
const margin = 1.5

/** Roles that releases swap for one another while the element stays what it is. */
const swappableRoles = [
  ['link', 'button', 'menuitem', 'tab'],
  ['checkbox', 'switch', 'radio'],
  ['combobox', 'listbox', 'textbox', 'searchbox', 'spinbutton'],
]

interface Scored {
  index: number
  score: number
  accepted: boolean
  visible: boolean
}

/**
 * @param css how far the target's selector can be trusted, from `stableSelector`
 */
export function chooseCandidate(target: FlowTarget, candidates: readonly Candidate[], css: CssStrength): Verdict {
  const possible = possiblePoints(target, css)
  if (possible === 0) return { status: 'missing' }
  const nameStands = candidates.some(
    (candidate) => target.name !== undefined && compareTexts(target.name, candidate.name) === 'same',
  )
  const isUnique = candidates.filter(({ matchesCss }) => matchesCss).length === 1
  const scored = candidates.map((candidate, index): Scored => {
    const score = scoreCandidate(target, candidate, css)
    const accepted =
      score >= possible * acceptedShare ||
      isNamed(target, candidate) ||
      (!nameStands && isUnique && isRenamed(target, candidate, css))
    return { index, score, accepted: accepted && !contradicts(target, candidate, css), visible: candidate.visible }
  })
  const accepted = scored.filter((entry) => entry.accepted).sort((a, b) => b.score - a.score)
  const shown = accepted.filter(({ visible }) => visible)
  const [best, second] = shown
  const bestHidden = accepted.find(({ visible }) => !visible)
  if (!best) return { status: bestHidden ? 'hidden' : 'missing' }
  if (bestHidden && bestHidden.score - best.score >= margin) return { status: 'hidden' }
  if (second && best.score - second.score < margin) return { status: 'ambiguous' }
  return { status: 'found', index: best.index, score: best.score }
}

function possiblePoints(target: FlowTarget, css: CssStrength): number {
  let sum = cssPoints[css]
  for (const signal of ['fanal', 'name', 'text', 'role', 'within'] as const)
    if (target[signal] !== undefined) sum += points[signal]
  // a role or a section alone names nothing
  return target.fanal === undefined && target.name === undefined && target.text === undefined && css === 'none'
    ? 0
    : sum
}

export function scoreCandidate(target: FlowTarget, candidate: Candidate, css: CssStrength): number {
  let score = 0
  if (target.fanal !== undefined && target.fanal === candidate.fanalId) score += points.fanal
  if (target.name !== undefined) score += points.name * likenessShare[compareTexts(target.name, candidate.name)]
  if (target.text !== undefined) score += points.text * likenessShare[compareTexts(target.text, candidate.text)]
  if (target.role !== undefined) score += points.role * roleShare(target.role, candidate.role)
  if (target.within !== undefined && candidate.standsWithin) score += points.within
  if (css !== 'none') score += candidate.matchesCss ? cssPoints[css] : -0.5
  return score
}

function roleShare(wanted: string, role: string): number {
  if (wanted === role) return 1
  return swappableRoles.some((family) => family.includes(wanted) && family.includes(role)) ? 0 : -3
}

/** What no amount of other evidence makes up for, except the author's own mark or an id. */
function contradicts(target: FlowTarget, candidate: Candidate, css: CssStrength): boolean {
  if (target.fanal !== undefined && candidate.fanalId !== null) return target.fanal !== candidate.fanalId
  const trusted = candidate.matchesCss ? css : 'none'
  if (target.within !== undefined && !candidate.standsWithin && trusted !== 'identity') return true
  const said = (['name', 'text'] as const).map((signal) => {
    const wanted = target[signal]
    return wanted !== undefined && compareTexts(wanted, candidate[signal])
  })
  // « Enregistrer et fermer » is another button, unless a mark says that « Enregistrer » was renamed
  const resembles = /contains/.test(`${said}`) && !/same|counted/.test(`${said}`)
  return said.includes('sibling') || (resembles && !isMark.test(trusted))
}

/** Selectors that a release keeps for the same element. */
const isMark = /identity|strong/

/** Says the very words, in a role that fits: a selector that leads nowhere any more is no evidence against it. */
function isNamed({ name, text, role }: FlowTarget, candidate: Candidate): boolean {
  const wanted = name ?? text
  const given = name === undefined ? candidate.text : candidate.name
  return wanted !== undefined && /same|counted/.test(compareTexts(wanted, given)) && fits(role, candidate)
}

/** Its words were replaced (another wording, another language) while its mark and role stayed. */
function isRenamed({ role }: FlowTarget, candidate: Candidate, css: CssStrength): boolean {
  return isMark.test(css) && candidate.matchesCss && fits(role, candidate)
}

function fits(role: string | undefined, candidate: Candidate): boolean {
  return role === undefined || roleShare(role, candidate.role) >= 0
}
