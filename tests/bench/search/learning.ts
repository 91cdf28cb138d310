/**
 * What learned phrasings are worth: simulated visitors search with some of the queries, what they teach is learnt as a server learns it, and the
 * other queries are asked before and after. Whoever finds an answer among the first five opens it; who does not comes to the first answer
 * another way. Everybody reads it and votes "yes", three accounts a query.
 */
import { type InsightSignal, learnPhrasings, phrasingsInUse } from '@fanal/insights'
import { createSearchIndex, type SearchIndex } from '@fanal/search'
import type { BenchSet } from './knowledge-bases.ts'
import { type Answered, judge, rankOf } from './quality.ts'
import { type BenchQuery, isHeldBack } from './queries.ts'

const accounts = 3
/** How far down a visitor looks. */
const seenHits = 5
/** Phrasings from which an article counts as one that visitors talk about much. */
const manyPhrasings = 3
/** Every query is asked once, with what the others teach, part by part. */
const folds = 8
const lately = Date.parse('2026-01-01T09:00:00Z')

/** One query asked without and with what was learnt, and how many phrasings the article that answers it had then. */
interface Compared {
  before: Answered
  after: Answered
  phrasings: number
}

/** Rows of the ablation's table, S@3 and MRR@10 before → after: the words visitors taught asked again, and those of the half held back. */
export function learningRows(sets: readonly BenchSet[]): string[] {
  const short = (answered: readonly Answered[]) => {
    const { firstThree, mrr } = judge(answered)
    return `${(firstThree * 100).toFixed(1)} % ${mrr.toFixed(3)}`
  }
  const row = (name: string, compareSet: (set: BenchSet) => Compared[]) => {
    const cells = sets.map((set) => {
      const compared = compareSet(set)
      return `${short(compared.map(({ before }) => before))} → ${short(compared.map(({ after }) => after))}`
    })
    return `| ${name} | ${cells.join(' | ')} |`
  }
  return [row('with learned phrasings', compareAgain), row('with learned phrasings, the held-back half', compareHalves)]
}

export function printLearning(sets: readonly BenchSet[], print: (line: string) => void): void {
  print('\n## What learned phrasings are worth (S@1, S@3, MRR@10)\n')
  print('| | queries | before | after | placed better, worse |')
  print('|---|---|---|---|---|')
  for (const set of sets) {
    const again = compareAgain(set)
    const halves = compareHalves(set)
    const parts = compareParts(set)
    for (const [name, compared] of [
      ['the words that were learnt (tuning half), asked again', again],
      ['held-back half, learnt from the tuning half', halves],
      ['of these: no visitor came to the article', halves.filter(({ phrasings }) => phrasings === 0)],
      [`each ${folds}th of all queries, learnt from the others`, parts],
      [
        `of these: ${manyPhrasings} phrasings or more of the article`,
        parts.filter(({ phrasings }) => phrasings >= manyPhrasings),
      ],
      ['of these: no visitor came to the article', parts.filter(({ phrasings }) => phrasings === 0)],
    ] as const) {
      const cells = [figures(compared.map(({ before }) => before)), figures(compared.map(({ after }) => after))]
      const moved = compared.map(({ before, after }) => Math.sign(rankOf(before) - rankOf(after) || 0))
      const better = moved.filter((by) => by > 0).length
      const worse = moved.filter((by) => by < 0).length
      print(`| ${set.name}: ${name} | ${compared.length} | ${cells.join(' | ')} | ${better}, ${worse} |`)
    }
  }
}

function figures(answered: readonly Answered[]): string {
  if (answered.length === 0) return '–'
  const { first, firstThree, mrr } = judge(answered)
  return `${(first * 100).toFixed(1)} % ${(firstThree * 100).toFixed(1)} % ${mrr.toFixed(3)}`
}

function compareAgain(set: BenchSet): Compared[] {
  const queries = answerable(set).filter((asked) => !isHeldBack(asked))
  return compare(set, queries, queries)
}

function compareHalves(set: BenchSet): Compared[] {
  const queries = answerable(set)
  return compare(
    set,
    queries.filter((asked) => !isHeldBack(asked)),
    queries.filter(isHeldBack),
  )
}

function compareParts(set: BenchSet): Compared[] {
  const queries = answerable(set)
  return Array.from({ length: folds }, (_, part) =>
    compare(
      set,
      queries.filter((_, place) => place % folds !== part),
      queries.filter((_, place) => place % folds === part),
    ),
  ).flat()
}

function answerable({ queries }: BenchSet): BenchQuery[] {
  return queries.filter(({ answers }) => answers.length > 0)
}

/** @param searched by visitors @param asked afterwards */
function compare(set: BenchSet, searched: readonly BenchQuery[], asked: readonly BenchQuery[]): Compared[] {
  const { synonyms, documents } = set
  const plain = createSearchIndex(documents, { synonyms })
  const learned = learn(searched.map((query) => ask(plain, set, query)))
  const taught = createSearchIndex(
    documents.map((document) => ({ ...document, learned: learned.get(document.id) ?? [] })),
    { synonyms },
  )
  return asked.map((query) => ({
    before: ask(plain, set, query),
    after: ask(taught, set, query),
    phrasings: Math.max(...query.answers.map((id) => learned.get(id)?.length ?? 0)),
  }))
}

function ask(index: SearchIndex, { locale }: BenchSet, asked: BenchQuery): Answered {
  const { hits, confidence } = index.search(asked.query, { locale })
  return { asked, ids: hits.map(({ id }) => id), confidence }
}

/** @returns the phrases each article is searched by after everybody's visit */
function learn(answered: readonly Answered[]): ReadonlyMap<string, readonly string[]> {
  const signals = answered.flatMap((one, number) =>
    Array.from({ length: accounts }, (_, account) => visit(one, `${number}-${account}`)).flat(),
  )
  const byArticle = Map.groupBy(learnPhrasings(signals), ({ articleId }) => articleId)
  return new Map([...byArticle].map(([id, own]) => [id, phrasingsInUse(own, lately).map(({ text }) => text)]))
}

function visit({ asked: { query, answers }, ids }: Answered, who: string): InsightSignal[] {
  const seen = ids.slice(0, seenHits).find((id) => answers.includes(id))
  const articleId = seen ?? answers[0] ?? ''
  const article = { articleId, revision: 1 }
  const sign = (place: number) => ({
    id: `${who}-${place}`,
    at: lately + place,
    sessionId: who,
    visitorId: who,
    accountId: who,
    page: { key: '/' },
  })
  return [
    { ...sign(0), name: 'search_committed', props: { searchId: who, query, hits: ids.length } },
    seen === undefined
      ? { ...sign(1), name: 'article_opened', props: { ...article, from: 'related' } }
      : { ...sign(1), name: 'result_clicked', props: { searchId: who, articleId, position: ids.indexOf(seen) + 1 } },
    { ...sign(2), name: 'article_read', props: { ...article, activeMs: 20_000 } },
    { ...sign(3), name: 'vote_cast', props: { ...article, helpful: true } },
  ]
}
