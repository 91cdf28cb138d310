/**
 * A query that finds nothing, with fewer words: which ways to say it are worth a look, and which of them to offer once the index has
 * said what each finds. Pure.
 */

/** What is too common to be asked for alone, in French and English, folded. */
const common = new Set(
  `avec sans pour dans des les une mon mes ton ses son vos nos que qui quoi quel quelle comment pourquoi quand est est-ce sont ete etre
  pas plus jamais rien sur sous par cette ces cet elle nous vous ils ont fait faire peut peux veux the and for with without from this that
  these those how why what when where which who does did not can cannot you your have has was are its into out about there`.split(
    /\s+/,
  ),
)

/** One more word, one more request of the index: longer queries are mostly sentences whose first words tell the most. */
const maxWords = 7

export interface Answered {
  query: string
  nbHits: number
}

/** The words of a query that say what it is about, as typed, each once. */
export function tellingWords(query: string): string[] {
  const words = query.split(/[\s,;:!?«»"“”()]+/).filter((word) => {
    const bare = fold(word.replace(/^[^\s'’]{1,2}['’]/, ''))
    return bare.length > 2 && !common.has(bare)
  })
  return words
    .filter((word, place) => words.findIndex((other) => fold(other) === fold(word)) === place)
    .slice(0, maxWords)
}

/** Every query to ask the index: each telling word alone, and all but one of them; never the query itself. */
export function shorterQueries(query: string): string[] {
  const words = tellingWords(query)
  const allButOne = words.length > 2 ? words.map((left) => words.filter((word) => word !== left).join(' ')) : []
  return [words.join(' '), ...allButOne, ...words].filter(
    (one, place, all) => one && fold(one) !== fold(query) && all.indexOf(one) === place,
  )
}

/**
 * At most three, best first: what keeps most of the words, and of those what finds least, for it says most.
 *
 * @param answers to `shorterQueries`, in its order
 */
export function worthOffering<Answer extends Answered>(answers: readonly Answer[]): Answer[] {
  return answers
    .filter(({ nbHits }) => nbHits > 0)
    .map((answer) => ({ answer, words: answer.query.split(' ').length }))
    .sort((a, b) => b.words - a.words || a.answer.nbHits - b.answer.nbHits)
    .map(({ answer }) => answer)
    .slice(0, 3)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
