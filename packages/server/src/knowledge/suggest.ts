/**
 * Which articles to offer where a visitor is. What an author wrote comes first, and among it the most telling:
 * an error on screen, then the page, then the feature, then the topic; after these, articles whose category
 * belongs to the page and those whose title or headings speak of it. Equal reasons are ordered by how precisely the page was named, then by how useful the article
 * has been here, then by how many reasons there are, then by id: the same input always gives the same list. Pure.
 * Source: docs/content.md#suggestions, docs/search.md#suggestions
 */
import type { ProjectSettings, Suggestion, SuggestionScore } from '@fanal/contract'
import { errorsIn, foldError } from '@fanal/contract/error-text'
import type { UseScore } from '@fanal/insights'
import { foldText, type Prior } from '@fanal/search'
import type { LoadedArticle } from './knowledge.ts'
import type { PageFit } from './page-fit.ts'
import { globsOn } from './page-globs.ts'

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
  /** whether each suggestion says its score */
  explain?: boolean
}

/** What is known of articles in this context beside what their authors wrote. */
export interface SuggestionEvidence {
  /** how they were read and voted on here */
  use?: (article: { id: string; revision: number }) => UseScore
  /** how far their titles and headings speak of the page */
  wordFit?: PageFit
}

const ranks = { error: 5, page: 4, feature: 3, topic: 2, near: 1 } as const
/** An article that no author wrote for the page and no setting puts there is offered when it is about half of the page's words, */
const minFit = 0.5
/** or when it belongs to the category of one that is written for it, and is half as useful again as an article nobody knows. */
const minValue = 0.9
/** And never when its readers mostly found it useless. */
const minHelpfulness = 0.4
/** What is believed of an article where nothing is known of any: docs/metrics.md#helpfulness */
const unused: UseScore = { reads: 1, helpfulness: 0.6, value: 0.6 }

interface Reason {
  rank: number
  /** literal segments of the page glob; 0 for other reasons */
  precision: number
  why: string
}

interface Candidate {
  article: LoadedArticle
  best: Reason
  /** how many reasons there are */
  count: number
  score: SuggestionScore
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
  evidence: SuggestionEvidence = {},
): Suggestion[] {
  const found = articlesFor(articles, settings, context, evidence)
  found.sort(
    (a, b) =>
      byStrength(a.best, b.best) ||
      b.score.value - a.score.value ||
      b.count - a.count ||
      (a.article.id < b.article.id ? -1 : 1),
  )
  return found.slice(0, context.limit ?? 3).map(({ article, best, score }) => ({
    ...toSuggestion(article, best.why),
    ...(context.explain ? { score } : {}),
  }))
}

/** Articles that something speaks for in this context, in no order. */
function articlesFor(
  articles: Iterable<LoadedArticle>,
  settings: Pick<ProjectSettings, 'categories'>,
  context: SuggestionContext,
  evidence: SuggestionEvidence,
): Candidate[] {
  const candidates = [...articles].filter((one) => context.locale === undefined || one.locale === context.locale)
  const asked: Asked = {
    ...context,
    covers: context.page === undefined ? () => false : globsOn(context.page),
    codes: new Set(context.errors?.flatMap((text) => [...errorsIn(text)])),
  }
  const categories = categoriesOf(candidates, settings, asked)
  return candidates.flatMap((article) => {
    const reasons = explicitReasons(article, asked)
    const fit = evidence.wordFit?.(article) ?? 0
    const from = article.category === null ? undefined : categories.get(article.category)
    // Most articles have nothing to do with the place: how they are used need not be looked up.
    if (reasons.length === 0 && from === undefined && fit < minFit) return []
    const score = scoreOf(article, fit, evidence)
    const near = reasons.length === 0 ? nearReason(from, score) : null
    if (near !== null) reasons.push({ rank: ranks.near, precision: 0, why: near })
    reasons.sort(byStrength)
    const [best] = reasons
    return best ? [{ article, best, count: reasons.length, score }] : []
  })
}

/** Who says that a category belongs to a page: the settings, or the articles written for the page. */
type CategorySource = 'settings' | 'articles'

/** Why an article is good here although its author did not name the place; null when it is not. */
function nearReason(from: CategorySource | undefined, { helpfulness, fit, value }: SuggestionScore): string | null {
  if (helpfulness < minHelpfulness) return null
  if (from === 'settings' || (from === 'articles' && value >= minValue)) return 'category'
  return fit >= minFit ? 'title' : null
}

/** Words speak while there is no use yet: a full fit doubles the value, a much read article leaves it behind. */
function scoreOf(article: LoadedArticle, fit: number, { use }: SuggestionEvidence): SuggestionScore {
  const { reads, helpfulness, value } = use?.(article) ?? unused
  return { reads, helpfulness, fit, value: value * (1 + fit) }
}

/** An article as it is offered, with the reason. */
export function toSuggestion({ id, title, summary, category }: LoadedArticle, why: string): Suggestion {
  return { id, title, summary, category, why }
}

/** What a visitor's whereabouts say for each article when they search, for `SearchOptions.prior`. */
export function contextPrior(
  articles: Iterable<LoadedArticle>,
  settings: Pick<ProjectSettings, 'categories'>,
  context: SuggestionContext,
): ReadonlyMap<string, Prior> {
  const found = articlesFor(articles, settings, context, {})
  return new Map(found.map(({ article, best }) => [article.id, { value: best.rank / ranks.error, why: best.why }]))
}

function byStrength(a: Reason, b: Reason): number {
  return b.rank - a.rank || b.precision - a.precision
}

/** A context, read once for all articles. */
interface Asked extends SuggestionContext {
  /** whether a glob matches the page; false for all where there is none */
  covers(glob: string): boolean
  /** of the errors, folded */
  codes: ReadonlySet<string>
}

function explicitReasons({ frontMatter }: LoadedArticle, { covers, codes, features, topics }: Asked): Reason[] {
  const reasons: Reason[] = []
  const add = (rank: number, why: string, precision = 0) => reasons.push({ rank, precision, why })
  const told = new Set<string>()
  for (const code of codes.size > 0 ? (frontMatter.errors ?? []) : []) {
    const folded = foldError(code)
    if (codes.has(folded) && !told.has(folded)) add(ranks.error, `error:${code}`)
    told.add(folded)
  }
  for (const glob of frontMatter.pages ?? []) {
    if (covers(glob)) add(ranks.page, `page:${glob}`, globPrecision(glob))
  }
  for (const feature of frontMatter.features ?? []) {
    if (features?.some((asked) => foldText(asked) === foldText(feature))) add(ranks.feature, `feature:${feature}`)
  }
  for (const topic of frontMatter.topics ?? []) {
    if (topics?.some((asked) => foldText(asked) === foldText(topic))) add(ranks.topic, `topic:${topic}`)
  }
  return reasons
}

/** Categories that belong to a page, and who says so: the settings, or else the articles written for it. */
function categoriesOf(
  articles: readonly LoadedArticle[],
  settings: Pick<ProjectSettings, 'categories'>,
  { covers }: Asked,
): Map<string, CategorySource> {
  const names = new Map<string, CategorySource>()
  for (const { category, frontMatter } of articles)
    if (category !== null && frontMatter.pages?.some(covers)) names.set(category, 'articles')
  for (const { name, pages } of settings.categories ?? []) if (pages?.some(covers)) names.set(name, 'settings')
  return names
}

/** How many segments of a glob are written out: `/patients/:id` is less precise than `/patients/nouveau`. */
export function globPrecision(glob: string): number {
  return glob.split('/').filter((segment) => segment !== '' && segment[0] !== ':' && !segment.includes('*')).length
}
