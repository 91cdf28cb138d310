/** One record by its id, as clients ask for what they have found before. */
import type { KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import { docSearchRecords, docSearchShape } from './docsearch-records.ts'
import { type IndexName, readIndexName } from './index-name.ts'
import { type AnsweredHit, retrieve } from './mark-record.ts'
import { type Params, readList } from './param-values.ts'
import { articleOfObject, articleRecord, articleShape, type IndexRecord } from './records.ts'

/**
 * @returns null where the index holds no such record
 * @throws FanalError INDEX_UNKNOWN, QUERY_INVALID
 */
export function answerObject(base: KnowledgeBase, index: string, objectID: string, given: Params): AnsweredHit | null {
  const name = readIndexName(base, index)
  const asked = readList(given, 'attributesToRetrieve')
  const article = articleOfObject(base, objectID)
  if (!article || (name.locale !== undefined && article.locale !== name.locale)) return null
  const record = recordsOf(base, name, article).find((one) => one.objectID === objectID)
  if (!record) return null
  const shape = name.records === 'docsearch' ? docSearchShape : articleShape
  return { objectID, ...retrieve(record, asked, shape) }
}

function recordsOf(base: KnowledgeBase, { records }: IndexName, article: LoadedArticle): IndexRecord[] {
  if (records === 'articles') return [articleRecord(article)]
  return docSearchRecords(article, base.settings.title ?? base.project)
}
