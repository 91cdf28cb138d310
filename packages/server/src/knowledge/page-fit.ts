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

interface LocaleWords {
  /** how many articles there are */
  size: number
  /** term → ids of the articles that hold it in title or headings, with what that says of each: 1 in the title, less in a heading */
  holders: Map<string, Map<string, number>>
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
    if (!words) return 0
    const fits = asked.get(locale) ?? findFits(place, locale, words)
    asked.set(locale, fits)
    return fits.get(id) ?? 0
  }
}

/** By article; those that hold no word of the place are not there. */
function findFits(place: Place, locale: string, words: LocaleWords): Map<string, number> {
  const weights = placeWeights(place, locale, words)
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const fits = new Map<string, number>()
  for (const [term, weight] of weights)
    for (const [id, share] of words.holders.get(term) ?? []) fits.set(id, (fits.get(id) ?? 0) + (weight * share) / all)
  return fits
}

function readTitles(articles: ReadonlyMap<string, LoadedArticle>): Map<string, LocaleWords> {
  const locales = new Map<string, LocaleWords>()
  for (const { id, locale, title, toc } of articles.values()) {
    const words = locales.get(locale) ?? { size: 0, holders: new Map() }
    locales.set(locale, words)
    words.size += 1
    const shares = new Map(toc.flatMap((entry) => analyse(entry.title, locale)).map((term) => [term, headingShare]))
    for (const term of analyse(title, locale)) shares.set(term, 1)
    for (const [term, share] of shares) {
      const holders = words.holders.get(term) ?? new Map<string, number>()
      words.holders.set(term, holders.set(id, share))
    }
  }
  return locales
}

/**
 * What each word of the place weighs: more the fewer articles are about it. A word of the way there (`/app`) that no article is about
 * says nothing; one of the last part says that the page is about something else.
 */
function placeWeights({ page, title }: Place, locale: string, { size, holders }: LocaleWords): Map<string, number> {
  const parts = (page ?? '').split('/').filter((part) => part !== '' && part[0] !== ':' && !part.includes('*'))
  const terms = (text: string) => analyse(text.replace(/[-_.]+/g, ' '), locale)
  const rarity = (term: string) => Math.log(1 + size / ((holders.get(term)?.size ?? 0) + 0.5))
  const weights = new Map<string, number>()
  const last = [...terms(parts.at(-1) ?? ''), ...terms(title ?? '')]
  for (const term of last) weights.set(term, lastPartWeight * rarity(term))
  for (const term of parts.slice(0, -1).flatMap(terms)) {
    if (holders.has(term) && !weights.has(term)) weights.set(term, rarity(term))
  }
  return weights
}
