/** What each step is worth: the search without it, on the tuning half, for what is left out must be decided there too. */
import { createSearchIndex, defaultTuning, type Tuning } from '@fanal/search'
import type { BenchSet } from './knowledge-bases.ts'
import { learningRows } from './learning.ts'
import { judge } from './quality.ts'
import { type BenchQuery, isHeldBack } from './queries.ts'

const { fields } = defaultTuning
const evenFields = Object.fromEntries(
  Object.entries(fields).map(([name, field]) => [name, { ...field, weight: 1 }]),
) as Tuning['fields']

const steps: readonly (readonly [name: string, Partial<Tuning>])[] = [
  ['all of it', {}],
  ['no folding of accents', { without: ['folding'] }],
  ['no elisions', { without: ['elisions'] }],
  ['no stop words', { without: ['stopWords'] }],
  ['no stems', { without: ['stems', 'families'] }],
  ['no families of irregular words', { without: ['families'] }],
  ['no negation', { negation: 0 }],
  ['no abbreviations and SMS spelling', { readHaste: false }],
  ['no spelling correction', { spelling: 0 }],
  ['no beginnings of words', { prefix: 0, prefixOfKnown: 0 }],
  ['no equivalents', { equivalent: 0 }],
  ['no related everyday words', { everyday: 0 }],
  ['neither', { equivalent: 0, everyday: 0 }],
  ['no synonyms of the project', { synonym: 0 }],
  ['no parts of phrases', { part: 0 }],
  ['no weak words', { weak: 1 }],
  ['all fields alike', { fields: evenFields }],
  ['no coverage', { coveragePower: 0 }],
  ['body counts in full', { bodyShare: 1 }],
  ['no whole title', { wholeTitle: 0 }],
  ['no passages', { passage: 0 }],
  ['no phrases word for word', { wording: 0 }],
]

export function printAblation(sets: readonly BenchSet[], print: (line: string) => void): void {
  print('\n## What each step is worth (tuning half: S@3, MRR@10)\n')
  print(`| | ${sets.map(({ name }) => name).join(' | ')} |`)
  print(`|---|${sets.map(() => '---|').join('')}`)
  for (const [name, tuning] of steps) {
    print(`| ${name} | ${sets.map((set) => figures(set, tuning)).join(' | ')} |`)
  }
  const read = { 'the answer is the most read': 1, 'the answer is the least read': 0 }
  for (const [name, use] of Object.entries(read)) {
    const useOf = ({ answers }: BenchQuery, id: string) => (answers.includes(id) ? use : 1 - use)
    print(`| ${name} | ${sets.map((set) => figures(set, {}, undefined, useOf)).join(' | ')} |`)
  }
  for (const row of learningRows(sets)) print(row)
  const withPages = sets.filter(({ pages }) => pages.size > 0)
  for (const set of withPages) {
    print(
      `| visitor on the answer's page | ${set.name}: ${figures(set, {}, ({ answers: [id = ''] }) => set.pages.get(id))} |`,
    )
    print(`| visitor on another page | ${set.name}: ${figures(set, {}, (asked) => otherPage(set, asked))} |`)
  }
}

function figures(
  set: BenchSet,
  tuning: Partial<Tuning>,
  pageOf: (asked: BenchQuery) => string | undefined = () => undefined,
  useOf: (asked: BenchQuery, id: string) => number = () => 0,
): string {
  const index = createSearchIndex(set.documents, { synonyms: set.synonyms, tuning })
  const answered = set.queries
    .filter((asked) => !isHeldBack(asked))
    .map((asked) => {
      const page = pageOf(asked)
      const why = `page:${page}`
      const isThere = (id: string) => page !== undefined && set.pages.get(id) === page
      const prior = (id: string) => ({ value: isThere(id) ? 0.8 : 0, why, use: useOf(asked, id) })
      const { hits, confidence } = index.search(asked.query, { locale: set.locale, prior })
      return { asked, ids: hits.map(({ id }) => id), confidence }
    })
  const { firstThree, mrr } = judge(answered)
  return `${(firstThree * 100).toFixed(1)} % ${mrr.toFixed(3)}`
}

/** The next page in the order of their names, so that it is always the same wrong one. */
function otherPage({ pages }: BenchSet, { answers: [id = ''] }: BenchQuery): string | undefined {
  const all = [...new Set(pages.values())].sort()
  const own = pages.get(id)
  return own === undefined ? undefined : all[(all.indexOf(own) + 1) % all.length]
}
