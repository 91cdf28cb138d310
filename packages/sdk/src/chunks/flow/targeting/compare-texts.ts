/**
 * Compares two short texts of an interface as a reader would. Pure.
 */

/**
 * same      equal but for case, accents, spaces and punctuation
 * counted   equal but for a count beside it: « Messages (3) »
 * contains  all words of one stand in the other
 * sibling   some words shared, others different: another of the same kind
 * changed   nothing in common
 */
export type TextLikeness = 'same' | 'counted' | 'contains' | 'sibling' | 'changed'

export type CompareTexts = (wanted: string, given: string) => TextLikeness

/** Words that say nothing about which element is meant. */
const fillers = new Set('le la les l un une des de d du et ou a au aux en the of to and or an in'.split(' '))

export function compareTexts(wanted: string, given: string): TextLikeness {
  const first = foldText(wanted)
  const second = foldText(given)
  if (first === second) return 'same'
  if (first === '' || second === '') return 'changed'
  const [wantedWords, givenWords] = [first.split(' '), second.split(' ')]
  if (!/\d/.test(first) && withoutNumbers(wantedWords) === withoutNumbers(givenWords)) return 'counted'
  const [a, b] = [telling(wantedWords), telling(givenWords)]
  const shared = [...a].filter((word) => b.has(word)).length
  if (shared === 0) return 'changed'
  return shared === Math.min(a.size, b.size) ? 'contains' : 'sibling'
}

/** Lower case, no accents, no punctuation, single spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function withoutNumbers(words: string[]): string {
  return words.filter((word) => !/^\d+$/.test(word)).join(' ')
}

function telling(words: string[]): Set<string> {
  const kept = words.filter((word) => !fillers.has(word))
  return new Set(kept.length > 0 ? kept : words)
}
