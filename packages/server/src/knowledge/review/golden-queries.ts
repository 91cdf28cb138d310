/**
 * Golden queries: what visitors type, and the articles that have to come. Asked of the same search as visitors ask, so that a change of
 * the content that hides an answer is seen before it is published.
 * Source: docs/content.md#golden-queries
 */
import { FanalError, foldPath, limits, uncertainBelow } from '@fanal/contract'
import { z } from 'zod'
import { findRecords } from '../algolia/find-records.ts'
import { readIndexName } from '../algolia/index-name.ts'
import { readParams } from '../algolia/search-params.ts'
import type { Finding, KnowledgeBase } from '../knowledge.ts'
import { didYouMean } from '../nearest-name.ts'
import { parseYaml, type YamlText } from '../yaml-text.ts'

const defaultTop = 3
/** How far down an article is looked for when it is not where it should be. */
const askedHits = 20

const text = z.string().trim().min(1).max(limits.maxQueryChars)

const goldenQuerySchema = z.strictObject({
  query: text,
  /** default: every locale, as a page without one asks */
  locale: text.exactOptional(),
  /** where the visitor is */
  page: text.exactOptional(),
  /** ids that all have to come, or `none`: nothing, or nothing sure, may be found */
  expect: z.union([text, z.array(text).min(1).max(20)]),
  /** how many hits are looked at */
  top: z.int().min(1).max(askedHits).exactOptional(),
})

type GoldenQuery = z.infer<typeof goldenQuerySchema>

export interface GoldenResult {
  findings: Finding[]
  queries: number
  passed: number
}

/** @param file as findings name it @param source YAML: a list of queries */
export function runGoldenQueries(base: KnowledgeBase, file: string, source: string): GoldenResult {
  const yaml = parseYaml(source)
  const findings: Finding[] = yaml.problems.map((problem) => ({ file, severity: 'error', ...problem }))
  const list = Array.isArray(yaml.data) ? yaml.data : []
  if (findings.length === 0 && list.length === 0) {
    const message = 'Golden queries are a list, such as - { query: mon lot est rejeté, expect: [rejet-b2-043] }.'
    findings.push({ file, line: 1, severity: 'error', message })
  }
  let passed = 0
  for (const [place, entry] of list.entries()) {
    const checked = goldenQuerySchema.safeParse(entry)
    const problems = checked.success ? judge(base, checked.data) : [describeEntry(checked.error)]
    if (problems.length === 0) passed += 1
    const line = lineOfEntry(yaml, place)
    findings.push(...problems.map((message): Finding => ({ file, line, severity: 'error', message })))
  }
  return { findings, queries: list.length, passed }
}

/** What is wrong with the answer to one query; [] when it is as it should be. */
function judge(base: KnowledgeBase, { query, locale, page, expect, top = defaultTop }: GoldenQuery): string[] {
  const wanted = expect === 'none' ? [] : [expect].flat()
  const unknown = wanted.filter((id) => !base.articles.has(id))
  if (unknown.length > 0) {
    return unknown.map((id) => `There is no article "${id}" to expect.${didYouMean(id, base.articles.keys())}`)
  }
  let answer: Answer
  try {
    answer = ask(base, query, locale, page)
  } catch (error) {
    if (!(error instanceof FanalError)) throw error
    return [`"${query}" cannot be asked: ${error.message}`]
  }
  const { found, sure } = answer
  const came = found.length === 0 ? 'nothing came' : `${found.slice(0, top).join(', ')} came`
  if (wanted.length === 0) {
    if (!sure) return []
    return [
      `"${query}" was to find nothing, and ${came} as an answer. See which of their words misled the search, or expect them.`,
    ]
  }
  return wanted
    .filter((id) => !found.slice(0, top).includes(id))
    .map((id) => {
      const place = found.indexOf(id)
      const where = place < 0 ? 'is not found' : `is number ${place + 1}`
      return `"${query}" was to find "${id}" among the first ${top}; it ${where}, and ${came}. Write the words among its symptoms, or as a synonym.`
    })
}

interface Answer {
  /** ids, best first */
  found: string[]
  /** whether visitors are shown them as answers rather than as guesses */
  sure: boolean
}

/** What `POST /1/indexes/{index}/query` finds. */
function ask(base: KnowledgeBase, query: string, locale: string | undefined, page: string | undefined): Answer {
  const index = readIndexName(base, locale === undefined ? base.project : `${base.project}_${locale}`)
  const ruleContexts = page === undefined ? [] : [`page:${foldPath(page)}`]
  const { records, confidence = 1 } = findRecords(base, index, readParams({ query, ruleContexts }))
  const found = records.slice(0, askedHits).map(({ record }) => record.article.id)
  return { found, sure: found.length > 0 && confidence >= uncertainBelow }
}

function describeEntry(error: z.ZodError): string {
  const [issue] = error.issues
  const name = issue?.path.join('.') || 'this entry'
  const unknown = issue?.code === 'unrecognized_keys' ? ` There is no key "${issue.keys.join('", "')}".` : ''
  return `A golden query is { query, expect, and perhaps locale, page, top (1 to ${askedHits}) }; look at ${name}.${unknown} To expect no hit at all write expect: none.`
}

function lineOfEntry(yaml: YamlText, place: number): number {
  return yaml.lineOf([place])
}
