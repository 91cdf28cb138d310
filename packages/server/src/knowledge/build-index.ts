/** The search index of one knowledge base: which part of an article goes into which field. Source: docs/search.md#fields */
import { createSearchIndexInSteps, type SearchDocument, type SearchIndex, type SynonymGroups } from '@fanal/search'
import { inSlices } from './in-slices.ts'
import type { LoadedArticle } from './knowledge.ts'

/** Phrases that visitors used before an article helped them, by its id; an article without any has no entry. */
export type LearnedTexts = ReadonlyMap<string, readonly string[]>

export async function buildIndex(
  articles: Iterable<LoadedArticle>,
  synonyms: SynonymGroups,
  learned: LearnedTexts = new Map(),
): Promise<SearchIndex> {
  const documents = Array.from(articles, (article) => withPhrases(article, learned))
  return inSlices(createSearchIndexInSteps(documents, { synonyms }))
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
