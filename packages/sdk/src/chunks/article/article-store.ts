/** Articles fetched and votes cast during this visit: going back is instant, and a vote is remembered with its revision. */
import { type Article, paths, pathTo } from '@fanal/contract'
import type { Vote } from '../../chunks.ts'
import type { Answered, Runtime } from '../../runtime.ts'
import { sessionMemory } from '../../ui/session-memory.ts'

interface ArticleStore {
  /** by id */
  articles: Map<string, Article>
  /** by id and revision: a vote on a revision says nothing about the next */
  votes: Map<string, Vote>
}

const storeOf = sessionMemory<ArticleStore>(() => ({ articles: new Map(), votes: new Map() }))

/** What the server gave: a copy of another day is asked for again. */
export function knownArticle(runtime: Runtime, id: string): Article | undefined {
  return storeOf(runtime).articles.get(id)
}

/** @throws FetchProblem with the HTTP status, 0 when there was no answer */
export async function fetchArticle(runtime: Runtime, id: string): Promise<Answered<Article>> {
  const article = await runtime.getJson<Article>(pathTo(paths.article, { id }), { key: runtime.key })
  if (!article.keptAt) storeOf(runtime).articles.set(id, article)
  return article
}

export function voteOn(runtime: Runtime, article: Article): Vote | undefined {
  return storeOf(runtime).votes.get(`${article.id} ${article.revision}`)
}

export function keepVote(runtime: Runtime, article: Article, vote: Vote): void {
  storeOf(runtime).votes.set(`${article.id} ${article.revision}`, vote)
}
