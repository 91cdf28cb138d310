/**
 * `npm run bench:search`: how well, how fast and how small the search is, beside other engines, on the same queries in the same run.
 * The example practice's help is always searched; others when their folder is named:
 *   npm run bench:search -- --fr FOLDER --en FOLDER     the GNOME desktop's help as Markdown, for which there are queries too
 *   -- --among FOLDER                                   French articles of another help, which no query asks for, beside the first
 *   -- --only quality|confidence|ablation|learning|speed                  one part
 *   -- --alone                                          Fanal without the others
 *   -- --misses                                         what Fanal did not find among the first three, tuning half alone
 */
import { parseArgs } from 'node:util'
import { uncertainBelow } from '@fanal/contract'
import { printAblation } from './ablation.ts'
import { type Engine, fanal, peers } from './engines.ts'
import { type BenchSet, loadBenchSet, multiply } from './knowledge-bases.ts'
import { printLearning } from './learning.ts'
import { type Answered, judge, rankOf } from './quality.ts'
import { isHeldBack } from './queries.ts'
import { measureSpeed } from './speed.ts'

const limit = 20
const many = 10_000
/** Enough for a 95th percentile; the slowest engine takes a second for each. */
const timedQueries = 60

const { values } = parseArgs({
  options: {
    fr: { type: 'string', default: process.env.FANAL_BENCH_FR ?? '' },
    en: { type: 'string', default: process.env.FANAL_BENCH_EN ?? '' },
    among: { type: 'string' },
    only: { type: 'string' },
    alone: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
})
const sets = await loadSets()
if (values.misses) printMisses()
else {
  if (wants('quality')) printQuality()
  if (wants('confidence')) printConfidence()
  if (wants('ablation')) printAblation(sets, print)
  if (wants('learning')) printLearning(sets, print)
  if (wants('speed')) printSpeed()
}

function wants(part: string): boolean {
  return values.only === undefined || values.only === part
}

async function loadSets(): Promise<BenchSet[]> {
  const folders: [string, string][] = [
    ['cabinet.fr', new URL('../../../examples/cabinet/help', import.meta.url).pathname],
    ['gnome-help.fr', values.fr],
    ['gnome-help.en', values.en],
  ]
  const given = folders.filter(([, folder]) => folder !== '')
  const alone = await Promise.all(given.map(([name, folder]) => loadBenchSet(name, folder)))
  if (values.fr === '' || values.among === undefined) return alone
  return [...alone, await loadBenchSet('gnome-help.fr', values.fr, [values.among])]
}

function ask(engine: Engine, set: BenchSet): Answered[] {
  const built = engine.build(set)
  return set.queries.map((asked) => ({ asked, ...built.search(asked.query, limit) }))
}

function printQuality(): void {
  for (const set of sets) {
    print(`\n## ${set.name}: ${set.documents.length} articles\n`)
    print('| engine | half | queries | S@1 | S@3 | MRR@10 | nDCG@10 | nothing found | AUC |')
    print('|---|---|---|---|---|---|---|---|---|')
    for (const engine of values.alone ? [fanal] : [fanal, ...peers]) {
      const answered = ask(engine, set)
      for (const held of [false, true]) {
        const q = judge(answered.filter(({ asked }) => isHeldBack(asked) === held))
        const figures = [percent(q.first), percent(q.firstThree), decimal(q.mrr), decimal(q.ndcg)]
        const cells = [...figures, percent(q.nothingFound), decimal(q.auc)]
        const half = held ? 'held back' : 'tuning'
        print(`| ${engine.name} | ${half} | ${q.answerable} + ${q.unanswerable} | ${cells.join(' | ')} |`)
      }
    }
  }
}

/** Whether a probability keeps its word, and what the threshold does; on the held-back halves. */
function printConfidence(): void {
  const answered = sets.flatMap((set) => ask(fanal, set)).filter(({ asked }) => isHeldBack(asked))
  print('\n## Confidence, held-back half of all sets\n')
  print('| said | queries | an answer among the first three |')
  print('|---|---|---|')
  for (const [from, to] of [
    [0, 0.2],
    [0.2, 0.5],
    [0.5, 0.8],
    [0.8, 0.95],
    [0.95, 1.01],
  ] as const) {
    const inside = answered.filter(({ confidence }) => confidence >= from && confidence < to)
    const kept = inside.filter((one) => rankOf(one) <= 3).length / Math.max(1, inside.length)
    print(`| ${from} to ${Math.min(1, to)} | ${inside.length} | ${percent(kept)} |`)
  }
  const shareUncertain = (list: Answered[]) =>
    percent(list.filter(({ confidence }) => confidence < uncertainBelow).length / list.length)
  const unanswerable = answered.filter(({ asked }) => asked.answers.length === 0)
  const found = answered.filter((one) => rankOf(one) <= 3)
  print(
    `\nShown as uncertain (below ${uncertainBelow}): ${shareUncertain(unanswerable)} of queries that nothing answers, ` +
      `${shareUncertain(found)} of those with an answer among the first three.`,
  )
}

function printSpeed(): void {
  print('\n## Speed and size\n')
  print('| engine | articles | indexing | p50 | p95 | kept in memory |')
  print('|---|---|---|---|---|---|')
  const largest = sets.reduce((a, b) => (b.documents.length > a.documents.length ? b : a))
  for (const engine of values.alone ? [fanal] : [fanal, ...peers]) {
    for (const documents of [largest.documents, multiply(largest.documents, many)]) {
      const speed = measureSpeed(engine, { ...largest, queries: largest.queries.slice(0, timedQueries), documents })
      const times = [speed.indexingMs.toFixed(0), speed.p50.toFixed(2), speed.p95.toFixed(2)].map(
        (time) => `${time} ms`,
      )
      print(`| ${engine.name} | ${speed.articles} | ${times.join(' | ')} | ${(speed.bytes / 1e6).toFixed(1)} MB |`)
    }
  }
}

function printMisses(): void {
  for (const set of sets) {
    print(`\n## ${set.name}`)
    for (const answered of ask(fanal, set)) {
      if (isHeldBack(answered.asked)) continue
      const { kind, query, answers } = answered.asked
      const rank = rankOf(answered)
      const sure = answered.confidence.toFixed(2)
      if (kind === 'none') print(`none ${sure} "${query}" got ${answered.ids[0] ?? '-'}`)
      else if (rank > 3) {
        print(
          `${kind} ${sure} #${rank} "${query}" wants ${answers.join(' ')} got ${answered.ids.slice(0, 4).join(' ')}`,
        )
      }
    }
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function decimal(value: number): string {
  return value.toFixed(3)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
