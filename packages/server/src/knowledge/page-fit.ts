/**
 * How well an article fits a page by words alone: those of the page's path and title, looked for in the article's title and headings.
 * What a new page is helped with before anybody has named it in an article or read anything there. Pure.
 * Source: docs/search.md#suggestions
 */
import { analyse } from '@fanal/search'
import type { LoadedArticle } from './knowledge.ts'

export interface Place {
  /** a page key or glob, such as `/parametres/imprimantes` */
  page?: string
  /** as the host names the page */
  title?: string
}

/** 0 to 1: the share of the place's words that the article is about. */
export type PageFit = (article: Pick<LoadedArticle, 'id' | 'locale'>) => number

/** A word in a heading says less than one in the title. */
const headingShare = 0.6
/** The last part of a path says what the page is; those before it, where it is. */
const lastPartWeight = 2

interface ArticleWords {
  title: ReadonlySet<string>
  headings: ReadonlySet<string>
}

interface LocaleWords {
  articles: Map<string, ArticleWords>
  /** term → articles that hold it in title or headings */
  spread: Map<string, number>
}

/** What has been read of a knowledge base's titles; made again when its articles are. */
const kept = new WeakMap<ReadonlyMap<string, LoadedArticle>, Map<string, LocaleWords>>()

/** @param articles of one project, not changed afterwards */
export function pageFit(articles: ReadonlyMap<string, LoadedArticle>, place: Place): PageFit {
  const known = kept.get(articles) ?? readTitles(articles)
  kept.set(articles, known)
  const asked = new Map<string, Map<string, number>>()
  return ({ id, locale }) => {
    const words = known.get(locale)
    const own = words?.articles.get(id)
    if (!words || !own) return 0
    const weights = asked.get(locale) ?? placeWeights(place, locale, words)
    asked.set(locale, weights)
    let held = 0
    let all = 0
    for (const [term, weight] of weights) {
      all += weight
      if (own.title.has(term)) held += weight
      else if (own.headings.has(term)) held += weight * headingShare
    }
    return all === 0 ? 0 : held / all
  }
}

function readTitles(articles: ReadonlyMap<string, LoadedArticle>): Map<string, LocaleWords> {
  const locales = new Map<string, LocaleWords>()
  for (const { id, locale, title, toc } of articles.values()) {
    const words = locales.get(locale) ?? { articles: new Map(), spread: new Map() }
    locales.set(locale, words)
    const own = {
      title: new Set(analyse(title, locale)),
      headings: new Set(toc.flatMap((entry) => analyse(entry.title, locale))),
    }
    words.articles.set(id, own)
    for (const term of new Set([...own.title, ...own.headings]))
      words.spread.set(term, (words.spread.get(term) ?? 0) + 1)
  }
  return locales
}

/**
 * What each word of the place weighs: more the fewer articles are about it. A word of the way there (`/app`) that no article is about
 * says nothing; one of the last part says that the page is about something else.
 */
function placeWeights({ page, title }: Place, locale: string, { articles, spread }: LocaleWords): Map<string, number> {
  const parts = (page ?? '').split('/').filter((part) => part !== '' && part[0] !== ':' && !part.includes('*'))
  const terms = (text: string) => analyse(text.replace(/[-_.]+/g, ' '), locale)
  const rarity = (term: string) => Math.log(1 + articles.size / ((spread.get(term) ?? 0) + 0.5))
  const weights = new Map<string, number>()
  const last = [...terms(parts.at(-1) ?? ''), ...terms(title ?? '')]
  for (const term of last) weights.set(term, lastPartWeight * rarity(term))
  for (const term of parts.slice(0, -1).flatMap(terms)) {
    if (spread.has(term) && !weights.has(term)) weights.set(term, rarity(term))
  }
  return weights
}
