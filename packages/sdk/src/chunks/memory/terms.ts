/**
 * Words of French and English texts, folded for comparison: no accents, ligatures or elided articles. A small relative of
 * packages/search, which weighs more than all the views together. Pure.
 */

export interface Term {
  word: string
  /** place in the text, UTF-16 units; the elided article is outside */
  start: number
  end: number
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu
const elision = /^(?:jusqu|lorsqu|puisqu|quoiqu|qu|[ldjnsmtc])['’ʼ](?=.)/iu

/** Words that say nothing of what a question is about. */
const stopWords = new Set(
  (
    'a au aux avec ce ces cette comment dans de des du elle en est et fait faire il je la le les leur ma mais mes mon ne nous on ou par pas peut plus ' +
    'pour pourquoi puis quand que quel quelle qui sa sans se ses son sur ta te tu un une veux vous y ' +
    'an and are at be but by can do does for from how i in is it my not of on or that the this to was what when where why with you'
  ).split(' '),
)

export const isStopWord = (word: string): boolean => stopWords.has(word)

/** Lower case, no accents, `œ` as `oe`. */
export function foldText(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

/** Every word, stop words included, in reading order; `s'imprime` is `imprime`, `B2-043` is `b2` and `043`. */
export function termsOf(text: string): Term[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: raw, index }) => {
    const elided = elision.exec(raw)?.[0].length ?? 0
    let at = index + elided
    return raw
      .slice(elided)
      .split(/['’ʼ]/)
      .map((piece) => {
        const term = { word: foldText(piece), start: at, end: at + piece.length }
        at = term.end + 1
        return term
      })
  })
}

/** So much of two words must be common for them to be forms of one: imprimante, imprimer. */
const minCommon = 4
const maxEnding = 4
/** In shorter words one letter makes another word. */
const minMisspelt = 5

/**
 * Whether two folded words mean the same: equal, forms of one word, or one letter apart.
 *
 * @returns 1, less for another form or spelling, 0 for another word
 */
export function likeness(asked: string, word: string): number {
  if (asked === word) return 1
  if (/\d/.test(asked + word)) return 0
  const [a, b] = [singular(asked), singular(word)]
  if (a === b) return 0.95
  const common = commonStart(a, b)
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  const isForm = common >= minCommon && longer - common <= maxEnding
  // A conjugation adds an ending; two words that both go on differently are further apart.
  if (isForm && common === shorter) return 0.9
  if (isForm && common > minCommon && common >= shorter - 2) return 0.7
  const same = common + commonStart(reversed(a.slice(common)), reversed(b.slice(common)))
  return shorter >= minMisspelt && longer - same <= 1 ? 0.7 : 0
}

const singular = (word: string): string => word.replace(/(?<=..)[sx]$/, '')
const reversed = (word: string): string => [...word].reverse().join('')

function commonStart(a: string, b: string): number {
  let common = 0
  while (common < a.length && a[common] === b[common]) common++
  return common
}
