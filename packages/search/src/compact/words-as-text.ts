/**
 * A sorted list of words as text: how many letters each shares with the one before, as one sign, then the rest of it. Pure.
 */

/** Hardly a word holds one: analyse.ts splits at most of them. The few that do, such as what `⒈` folds to, stand apart. */
const signs = ' !#$%&()*+,./:;<=>?@[]^_`{|}~'
const atSigns = /(?=[ !#$%&()*+,./:;<=>?@[\]^_`{|}~])/

export interface WordsAsText {
  text: string
  /** those that hold a sign */
  apart?: string[]
}

/** @param words sorted, each once */
export function writeWords(words: readonly string[]): WordsAsText {
  const apart = words.filter((word) => atSigns.test(word))
  const plain = words.filter((word) => !atSigns.test(word))
  const text = plain.map((word, place) => {
    const shared = sharedStart(plain[place - 1] ?? '', word)
    return signs[shared] + word.slice(shared)
  })
  return { text: text.join(''), ...(apart.length > 0 ? { apart } : {}) }
}

/** @returns the words as they were given */
export function readWords({ text, apart = [] }: WordsAsText): string[] {
  let before = ''
  const plain = text.split(atSigns).filter(Boolean)
  const words = plain.map((part) => {
    before = before.slice(0, signs.indexOf(part[0] ?? '')) + part.slice(1)
    return before
  })
  return apart.length > 0 ? [...words, ...apart].sort() : words
}

/** How many letters two words begin with alike, up to what there are signs for. */
export function sharedStart(a: string, b: string): number {
  let shared = 0
  while (shared < signs.length - 1 && shared < a.length && a[shared] === b[shared]) shared++
  return shared
}
