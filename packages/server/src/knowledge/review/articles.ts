/**
 * What is wrong with articles that are each right in themselves: two of the same title, two that say the same, one that nothing leads to,
 * titles nobody reads to the end.
 * Source: docs/content.md#checking
 */
import { foldText } from '@fanal/search'
import type { Finding, KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import { findNearDuplicates } from './near-duplicates.ts'

/** A result list on a phone shows two lines of about 40 characters. */
const maxTitleChars = 80

/** Findings, all of them warnings; their line is that of the title and filled in by the caller. */
export function reviewArticles(base: KnowledgeBase): Omit<Finding, 'line'>[] {
  const articles = [...base.articles.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  const say = ({ file }: Pick<LoadedArticle, 'file'>, message: string) => ({
    file,
    severity: 'warning' as const,
    message,
  })
  const long = articles
    .filter(({ title }) => title.length > maxTitleChars)
    .map((article) => {
      const message = `The title has ${article.title.length} characters; lists cut it after about ${maxTitleChars}. Say the rest in the summary.`
      return say(article, message)
    })
  const sameTitle = [...Map.groupBy(articles, titleKey).values()].flatMap(([first, ...others]) =>
    others.map((article) =>
      say(article, `The title is that of ${first?.file}. Nobody can tell them apart in a list; name what differs.`),
    ),
  )
  const near = findNearDuplicates(articles).map(({ article, like, similarity }) => {
    const share = Math.round(100 * similarity)
    const message = `The text is ${share} % that of ${like.file}. Merge the two, or link one to the other for what they share.`
    return say(article, message)
  })
  return [...long, ...sameTitle, ...near, ...reviewPlaces(base, articles, say)]
}

/** One finding for a help without any place: a hundred would say no more. */
function reviewPlaces(
  base: KnowledgeBase,
  articles: readonly LoadedArticle[],
  say: (article: LoadedArticle, message: string) => Omit<Finding, 'line'>,
): Omit<Finding, 'line'>[] {
  const [first] = articles
  const hasPlaces = articles.some(namesPlace) || placedCategories(base).size > 0
  if (first !== undefined && !hasPlaces) {
    const message =
      'Neither this article nor any other names a page, topic, feature or error, and no category has pages: nothing is ever suggested. Begin with the pages of the articles read most.'
    return [say(first, message)]
  }
  const message =
    'Only a search leads to this article. Name the page, topic, feature or error it is for, or link to it from another article.'
  return unreached(base, articles).map((article) => say(article, message))
}

function namesPlace({ frontMatter: { pages, topics, features, errors } }: LoadedArticle): boolean {
  return [pages, topics, features, errors].some((list) => list !== undefined && list.length > 0)
}

function placedCategories({ settings }: KnowledgeBase): Set<string> {
  return new Set((settings.categories ?? []).filter(({ pages }) => pages?.length).map(({ name }) => name))
}

/** Articles that no page, topic, feature, error or category brings up, and no other article links to. */
function unreached(base: KnowledgeBase, articles: readonly LoadedArticle[]): LoadedArticle[] {
  const placed = placedCategories(base)
  const linked = new Set(articles.flatMap(linksOf))
  for (const { steps } of base.flows.values())
    for (const step of steps)
      for (const { article } of [step, ...(step.answers ?? [])]) if (article !== undefined) linked.add(article)
  return articles.filter(
    (article) =>
      !namesPlace(article) && !(article.category !== null && placed.has(article.category)) && !linked.has(article.id),
  )
}

/** Ids of the other articles that an article leads to. */
function linksOf({ id, related, body }: LoadedArticle): string[] {
  const found = related.map((one) => one.id)
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && value.type === 'articleLink' && 'articleId' in value) found.push(String(value.articleId))
    for (const part of Object.values(value)) walk(part)
  }
  walk(body)
  return found.filter((other) => other !== id)
}

function titleKey({ locale, title }: LoadedArticle): string {
  return `${locale} ${foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`
}
