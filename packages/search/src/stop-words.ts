/**
 * Words that say nothing about the subject, folded (no accents, lower case), and the words of negation, which are kept:
 * "ne s'imprime pas" is the symptom. Question words ("comment", "how") are stop words; verbs of malfunction are not.
 */
import type { Language } from './language.ts'

const french = `a ai aie ait alors apres as au aucunement aujourd aujourd'hui aura aurait aussi autre autres aux avais avait avant avec
avez avoir avons ayant bien bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment
d dans de depuis des deja desormais donc dont du elle elles en encore enfin entre es est et etaient etais etait etant etc ete etes etre eu
eux faire fais fait faites faut fois font ici il ils j je jusque l la le les leur leurs lequel laquelle lors lorsque lui m ma mais me
meme memes merci mes moi moins mon ni nos notre nous on ont ou par parce parfois peu peut peux plus plutot pour pourquoi pourrait
pourriez pouvez pouvoir pres puis puisque qu quand que quel quelle quelles quels quelque quelques qui quoi s sa salut se sera serait ses
seulement si sien sont soit sous sur svp t ta tandis te tel telle tels tes toi ton tous tout toute toutes toujours tres tu un une va
vais vers veut veux via voici voila vos votre vous vraiment y`

const english = `a about after again all also am an and any are as at be because been before being but by can could d did do does doing down
during each few for from further get had has have having he hello help her here hers hi him his how i if in into is it its itself just
ll m me more most my of off on once one only or other our ours out over own please re s same she should so some such t thanks than that
the their them then there these they this those through to too under until up us ve very was we were what when where which while who
whom why will with would you your yours`

const negations: Record<Language, string> = {
  fr: 'ne n pas jamais aucun aucune rien non ni impossible',
  en: "no not never cannot none nothing don't can't won't isn't doesn't didn't aren't wasn't unable dont cant doesnt isnt wont",
  other: '',
}

const toSet = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

const stopWords: Record<Language, ReadonlySet<string>> = {
  fr: toSet(french),
  en: toSet(english),
  other: new Set(),
}

const negationWords: Record<Language, ReadonlySet<string>> = {
  fr: toSet(negations.fr),
  en: toSet(negations.en),
  other: new Set(),
}

/** Negations as people in a hurry write them: "ça marche pa". */
const hastyNegations: Record<Language, ReadonlySet<string>> = {
  fr: toSet('pa jms'),
  en: toSet('dnt cnt'),
  other: new Set(),
}

/** Every word of negation is indexed as this one term; no written word can collide with it. */
export const negationTerm = '¬'

/** @param word folded */
export function isStopWord(word: string, language: Language): boolean {
  return stopWords[language].has(word)
}

/** @param word folded */
export function isNegation(word: string, language: Language): boolean {
  return negationWords[language].has(word)
}

/** @param word folded; what it says is a guess, for it may be a word of the articles or the beginning of one */
export function isHastyNegation(word: string, language: Language): boolean {
  return hastyNegations[language].has(word)
}
