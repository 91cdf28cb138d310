/** The search index of one knowledge base: which part of an article goes into which field. Source: docs/search.md#fields */
import { createSearchIndex, type SearchDocument, type SearchIndex, type SynonymGroups } from '@fanal/search'
import type { LoadedArticle } from './knowledge.ts'

export function buildIndex(articles: Iterable<LoadedArticle>, synonyms: SynonymGroups): SearchIndex {
  return createSearchIndex(Array.from(articles, toSearchDocument), { synonyms })
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
