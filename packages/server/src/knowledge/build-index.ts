/** The search index of one knowledge base: which part of an article goes into which field. Source: docs/search.md#fields */
import { createSearchIndex, type SearchDocument, type SearchIndex, type SynonymGroups } from '@fanal/search'
import type { LoadedArticle } from './knowledge.ts'

/** Phrases that visitors used before an article helped them, by its id; an article without any has no entry. */
export type LearnedTexts = ReadonlyMap<string, readonly string[]>

export function buildIndex(
  articles: Iterable<LoadedArticle>,
  synonyms: SynonymGroups,
  learned: LearnedTexts = new Map(),
): SearchIndex {
  return createSearchIndex(
    Array.from(articles, (article) => withPhrases(article, learned)),
    { synonyms },
  )
}

/** An article with what visitors taught about it. */
export function withPhrases(article: LoadedArticle, learned: LearnedTexts): SearchDocument {
  return { ...toSearchDocument(article), learned: learned.get(article.id) ?? [] }
}

export function toSearchDocument(article: Omit<LoadedArticle, 'revision' | 'updatedAt'>): SearchDocument {
  return {
    id: article.id,
    locale: article.locale,
    title: article.title,
    // Codes stand beside symptoms: both are what a visitor types.
    symptoms: [...(article.frontMatter.symptoms ?? []), ...(article.frontMatter.errors ?? [])],
    summary: article.summary ?? '',
    headings: article.toc.map((entry) => entry.title),
    body: article.plainText,
  }
}
