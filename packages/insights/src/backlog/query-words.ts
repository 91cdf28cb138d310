/**
 * Reduces a query to the words that say what the problem is, so that the same problem told twice is recognised:
 * case, accents, elisions, numbers and endings are folded, empty words dropped. A negation is kept, for it is the symptom:
 * "mon ordonnance ne s'imprime pas" is not "imprimer une ordonnance".
 * French and English. Typos and synonyms are not seen yet.
 */
import { foldQuery } from '../searches.ts'

/** Stands for any negation among the words. */
export const negation = '!'

const negations = new Set(
  'ne pas jamais aucun aucune impossible sans not cannot never no without unable nothing rien'.split(' '),
)
const emptyWords = new Set(
  `a ai as au aux avec avoir avons avez ont ce ca ces cet cette comment c d dans de des du elle en est et etre eu faire fait
  il ils j je l la le les leur lui m ma mais me mes moi mon n nos notre nous on ou par plus pour pourquoi qu quand que quel
  quelle quels quelles qui quoi s sa se ses si son sont suis sur t ta te tes toi ton toujours tu un une vos votre vous y
  bonjour merci svp stp aide
  an and are at be by can do does for from have how i in is it its my of or our that the their this to was we what when
  where why will with you your hello please thanks help`.split(/\s+/),
)

/**
 * The distinct words of a query, sorted; the negation is one of them.
 *
 * @returns [] only for a query without letters or digits; a query of empty words alone keeps them
 */
export function queryWords(query: string): string[] {
  const words = foldQuery(query)
    .replace(/(\d)[ .](?=\d{3}(?!\d))/g, '$1')
    .replace(/n't\b/g, ' not')
    .replace(/\bn'/g, 'ne ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const telling = words
    .filter((word) => negations.has(word) || !emptyWords.has(word))
    .map((word) => (negations.has(word) ? negation : stem(word)))
  return [...new Set(telling.some((word) => word !== negation) ? telling : words)].sort()
}

/** Cuts the endings that number, gender and conjugation add; words with digits are codes and stay whole. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  const singular = word
    .replace(/eaux$/, 'eau')
    .replace(/aux$/, 'al')
    .replace(/([^s])[sx]$/, '$1')
  const stripped = singular.replace(/(?:ing|ed|er|ez|ee|e)$/, '').replace(/([^i])ent$/, '$1')
  return stripped.length >= 3 ? stripped : singular
}

/**
 * How much two problems share: common words ÷ all words, negations apart.
 *
 * @returns 0 to 1; 0 where only one of them is a negation
 */
export function similarity(a: readonly string[], b: readonly string[]): number {
  if (a.includes(negation) !== b.includes(negation)) return 0
  const others = new Set(b.filter((word) => word !== negation))
  const own = a.filter((word) => word !== negation)
  const common = own.filter((word) => others.has(word)).length
  const all = own.length + others.size - common
  return all === 0 ? 0 : common / all
}
