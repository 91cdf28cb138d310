/** Makes the knowledge base of a loaded folder: what a server asks, and what `fanal check` and `fanal report` ask without one. */
import type { ProjectSettings } from '@fanal/contract'
import type { SynonymGroups } from '@fanal/search'
import { buildIndex, type LearnedTexts } from './build-index.ts'
import type { KnowledgeBase, LoadedArticle } from './knowledge.ts'
import type { ArticleDraft } from './link-content.ts'
import type { LoadedContent } from './load-content.ts'

/** @param publish gives a draft its revision */
export async function toKnowledgeBase(
  content: LoadedContent,
  folder: string,
  publish: (draft: ArticleDraft) => LoadedArticle,
  learned: LearnedTexts = new Map(),
): Promise<KnowledgeBase> {
  const { settings, flows, synonyms, findings } = content
  const articles = new Map(content.articles.map((draft) => [draft.id, publish(draft)]))
  return {
    project: settings.project,
    folder,
    settings,
    publicKey: publicKeyOf(settings),
    articles,
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    findings,
    synonyms,
    ...(await searchBy(articles, synonyms, learned)),
  }
}

/** The same articles, found by other phrases. */
export async function withLearned(base: KnowledgeBase, learned: LearnedTexts): Promise<KnowledgeBase> {
  return { ...base, ...(await searchBy(base.articles, base.synonyms, learned)) }
}

async function searchBy(
  articles: KnowledgeBase['articles'],
  synonyms: SynonymGroups,
  learned: LearnedTexts,
): Promise<Pick<KnowledgeBase, 'learned' | 'index' | 'search'>> {
  const index = await buildIndex(articles.values(), synonyms, learned)
  return {
    learned,
    index,
    search: (query, asked) => index.search(query, asked).hits.map(({ id, score }) => ({ articleId: id, score })),
  }
}

/** The knowledge base of a folder that nobody publishes: every article is its first revision. */
export function unpublishedBase(content: LoadedContent): Promise<KnowledgeBase> {
  const updatedAt = new Date(0).toISOString()
  return toKnowledgeBase(content, content.root, (draft) => ({ ...draft, revision: 1, updatedAt }))
}

export function publicKeyOf({ keys, project }: ProjectSettings): string {
  return keys?.public ?? `pk_${project}`
}
