/**
 * Which articles to offer where a visitor is. What an author wrote comes first, and among it the most telling:
 * an error on screen, then the page, then the feature, then the topic; after these, articles whose category belongs to the page.
 * Deterministic: equal reasons are ordered by how precisely the page was named, then by how many reasons there are, then by id. Pure.
 * Source: docs/content.md#suggestions
 */
import { matchesPage, type ProjectSettings, type Suggestion } from '@fanal/contract'
import { errorsIn, foldError } from '@fanal/contract/error-text'
import { foldText } from '@fanal/search'
import type { LoadedArticle } from './knowledge.ts'

export interface SuggestionContext {
  /** folded, such as `/patients/:id` */
  page?: string
  topics?: readonly string[]
  /** codes, or messages that contain one */
  errors?: readonly string[]
  features?: readonly string[]
  /** only articles of this locale */
  locale?: string
  /** default 3 */
  limit?: number
}

const ranks = { error: 5, page: 4, feature: 3, topic: 2, category: 1 } as const

interface Reason {
  rank: number
  /** literal segments of the page glob; 0 for other reasons */
  precision: number
  why: string
}

/**
 * @param articles of one project
 * @param settings whose categories may name pages
 * @returns best first; [] when nothing is known to help here
 */
export function suggest(
  articles: Iterable<LoadedArticle>,
  settings: Pick<ProjectSettings, 'categories'>,
  context: SuggestionContext,
): Suggestion[] {
  const candidates = [...articles].filter((one) => context.locale === undefined || one.locale === context.locale)
  const categories = categoriesOf(candidates, settings, context.page)
  const errors = new Set(context.errors?.flatMap((text) => [...errorsIn(text)]))
  const found = candidates.flatMap((article) => {
    const reasons = explicitReasons(article, context, errors)
    if (reasons.length === 0 && article.category !== null && categories.has(article.category)) {
      reasons.push({ rank: ranks.category, precision: 0, why: 'category' })
    }
    reasons.sort(byStrength)
    const [best] = reasons
    return best ? [{ article, best, count: reasons.length }] : []
  })
  found.sort((a, b) => byStrength(a.best, b.best) || b.count - a.count || (a.article.id < b.article.id ? -1 : 1))
  return found.slice(0, context.limit ?? 3).map(({ article, best }) => toSuggestion(article, best.why))
}

/** An article as it is offered, with the reason. */
export function toSuggestion({ id, title, summary, category }: LoadedArticle, why: string): Suggestion {
  return { id, title, summary, category, why }
}

function byStrength(a: Reason, b: Reason): number {
  return b.rank - a.rank || b.precision - a.precision
}

/** @param errors folded, as `errorsIn` finds them */
function explicitReasons(
  { frontMatter }: LoadedArticle,
  context: SuggestionContext,
  errors: ReadonlySet<string>,
): Reason[] {
  const reasons: Reason[] = []
  const add = (rank: number, why: string, precision = 0) => reasons.push({ rank, precision, why })
  const told = new Set<string>()
  for (const code of errors.size > 0 ? (frontMatter.errors ?? []) : []) {
    const folded = foldError(code)
    if (errors.has(folded) && !told.has(folded)) add(ranks.error, `error:${code}`)
    told.add(folded)
  }
  for (const glob of frontMatter.pages ?? []) {
    if (context.page !== undefined && matchesPage(glob, context.page))
      add(ranks.page, `page:${glob}`, globPrecision(glob))
  }
  for (const feature of frontMatter.features ?? []) {
    if (context.features?.some((asked) => foldText(asked) === foldText(feature)))
      add(ranks.feature, `feature:${feature}`)
  }
  for (const topic of frontMatter.topics ?? []) {
    if (context.topics?.some((asked) => foldText(asked) === foldText(topic))) add(ranks.topic, `topic:${topic}`)
  }
  return reasons
}

/** Categories that belong to a page: as the settings say, and those of the articles written for it. */
function categoriesOf(
  articles: readonly LoadedArticle[],
  settings: Pick<ProjectSettings, 'categories'>,
  page: string | undefined,
): Set<string> {
  const names = new Set<string>()
  if (page === undefined) return names
  const covers = (globs: readonly string[] | undefined) => globs?.some((glob) => matchesPage(glob, page)) ?? false
  for (const category of settings.categories ?? []) if (covers(category.pages)) names.add(category.name)
  for (const { category, frontMatter } of articles)
    if (category !== null && covers(frontMatter.pages)) names.add(category)
  return names
}

/** How many segments of a glob are written out: `/patients/:id` is less precise than `/patients/nouveau`. */
export function globPrecision(glob: string): number {
  return glob.split('/').filter((segment) => segment !== '' && segment[0] !== ':' && !segment.includes('*')).length
}
