/**
 * Synonyms that change nothing, or less than their author thinks: a phrase that the search reads like another of its group, one that no
 * article says, one way there and one back, a phrase in two groups. Pure.
 * Source: docs/content.md#synonyms
 */
import { analyse, type SynonymGroups } from '@fanal/search'
import { toSearchDocument } from '../build-index.ts'
import type { Finding, KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import { defaultLocale } from '../read-settings.ts'

interface Group {
  line: number
  /** what may be typed, and what it then finds; the same for a group that goes both ways */
  typed: readonly string[]
  found: readonly string[]
  twoWay: boolean
}

/** @param lineOf line of a group in the file, by its place in the list */
export function reviewSynonyms(
  file: string,
  groups: SynonymGroups,
  lineOf: (place: number) => number,
  { articles, settings }: Pick<KnowledgeBase, 'articles' | 'settings'>,
): Finding[] {
  if (groups.length === 0) return []
  const said = termsByLocale(articles.values())
  const main = settings.locales[0] ?? defaultLocale
  const all = groups.map((group, place): Group => {
    const line = lineOf(place)
    if (!('input' in group)) return { line, typed: group, found: group, twoWay: true }
    return { line, typed: [group.input], found: group.synonyms, twoWay: false }
  })
  return all.flatMap((group) =>
    [...reviewPhrases(group, main), ...reviewUse(group, said), ...reviewOthers(group, all, main)].map(
      (message): Finding => ({ file, line: group.line, severity: 'warning', message }),
    ),
  )
}

/** What is wrong within one group. */
function reviewPhrases({ typed, found, twoWay }: Group, locale: string): string[] {
  const phrases = twoWay ? typed : [...typed, ...found]
  const empty = phrases.filter((phrase) => keyOf(phrase, locale) === '')
  const firstOf = new Map<string, string>()
  const same = phrases.flatMap((phrase) => {
    const key = keyOf(phrase, locale)
    const first = firstOf.get(key)
    firstOf.set(key, first ?? phrase)
    if (key === '' || first === undefined) return []
    const how = first === phrase ? 'stands there twice' : `is read like "${first}"`
    return [`"${phrase}" ${how}: leave one of them out.`]
  })
  return [...empty.map((phrase) => `"${phrase}" holds no word that is searched: leave it out.`), ...same]
}

function reviewUse({ found }: Group, said: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const isSaid = (phrase: string) =>
    [...said].some(([locale, terms]) => {
      const own = analyse(phrase, locale)
      return own.length > 0 && own.every((term) => terms.has(term))
    })
  if (found.some(isSaid)) return []
  return [
    `No article says ${listOf(found)}: the group finds nothing. Write one of them in an article, or take the group out.`,
  ]
}

/** What one group means beside the ones before it. */
function reviewOthers(group: Group, all: readonly Group[], locale: string): string[] {
  const before = all.slice(0, all.indexOf(group))
  const keys = (phrases: readonly string[]) => new Set(phrases.map((phrase) => keyOf(phrase, locale)))
  const own = { typed: keys(group.typed), found: keys(group.found) }
  return before.flatMap((other) => {
    const others = { typed: keys(other.typed), found: keys(other.found) }
    if (group.twoWay && other.twoWay) {
      const shared = group.typed.filter((phrase) => others.typed.has(keyOf(phrase, locale)))
      if (shared.length === 0) return []
      if (shared.length === group.typed.length) return [`Line ${other.line} says all of this: leave one of them out.`]
      return [
        `${listOf(shared)} also stands in line ${other.line}, and the others of the two groups do not stand for each other. Make one group of them where they mean the same.`,
      ]
    }
    if (!group.twoWay && !other.twoWay && meets(own.found, others.typed) && meets(others.found, own.typed)) {
      return [
        `Line ${other.line} goes the other way: together they are the group [${[group.typed, other.typed].flat().join(', ')}].`,
      ]
    }
    return []
  })
}

function termsByLocale(articles: Iterable<LoadedArticle>): Map<string, Set<string>> {
  const said = new Map<string, Set<string>>()
  for (const article of articles) {
    const terms = said.get(article.locale) ?? new Set<string>()
    said.set(article.locale, terms)
    const { title, symptoms = [], summary = '', headings = [], body } = toSearchDocument(article)
    for (const text of [title, ...symptoms, summary, ...headings, body]) {
      for (const term of analyse(text, article.locale)) terms.add(term)
    }
  }
  return said
}

function keyOf(phrase: string, locale: string): string {
  return analyse(phrase, locale).join(' ')
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((key) => b.has(key))
}

function listOf(phrases: readonly string[]): string {
  const quoted = phrases.map((phrase) => `"${phrase}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
