/**
 * Every project's knowledge base: loaded from its folder, published as revisions, and loaded again when a file changes.
 * Projects that exist only in the store (made by an import) have an empty knowledge base, so that their figures can be read.
 * Source: docs/content.md#publishing
 */
import path from 'node:path'
import { createSearchIndex } from '@fanal/search'
import { watch as watchFolder } from 'chokidar'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import type { LearnedTexts } from './build-index.ts'
import type { Knowledge, KnowledgeBase } from './knowledge.ts'
import { publicKeyOf, toKnowledgeBase, withLearned } from './knowledge-base.ts'
import type { ArticleDraft } from './link-content.ts'
import { type ContentCache, emptyCache, type LoadedContent, loadContent } from './load-content.ts'
import { completeSettings } from './read-settings.ts'

export interface OpenKnowledgeOptions {
  /** each folder is one project */
  folders: readonly string[]
  store: Pick<Store, 'projects' | 'revisions'>
  /** milliseconds since the epoch */
  now(): number
  log: Logger
  /** whether changed files are published by themselves; default true */
  watch?: boolean
}

/** Editors write a file in several steps; a reload waits until nothing has moved for this long. */
const settleMs = 150

/** @throws Error when a folder cannot be read, or two folders are the same project or have the same public key */
export async function openKnowledge(options: OpenKnowledgeOptions): Promise<Knowledge> {
  const bases = new Map<string, KnowledgeBase>()
  const listeners = new Set<(project: string) => void>()
  const closers: (() => Promise<void>)[] = []
  const learned: LearnedByProject = new Map()
  for (const folder of options.folders) {
    const cache = emptyCache()
    const base = await openFolder(options, path.resolve(folder), cache, learned)
    refuseTwins(bases, base)
    bases.set(base.project, base)
    if (options.watch !== false) closers.push(await keepUpToDate(options, base, cache, learned, replace))
  }
  for (const { id, title } of await options.store.projects.list()) {
    if (!bases.has(id)) bases.set(id, emptyBase(id, title))
  }
  function replace(base: KnowledgeBase): void {
    bases.set(base.project, base)
    for (const listener of listeners) listener(base.project)
    const texts = learned.get(base.project)
    // Phrases may have come while an index was made without them.
    if (texts === undefined || texts === base.learned) return
    searchBy(base, texts).catch((error: unknown) => {
      options.log.error({ project: base.project, err: error }, 'learnt phrases are not searched')
    })
  }
  async function searchBy(base: KnowledgeBase, texts: LearnedTexts): Promise<void> {
    const made = await withLearned(base, texts)
    // Whoever took its place meanwhile saw to the phrases as well.
    if (bases.get(base.project) === base && learned.get(base.project) === texts) replace(made)
  }
  return {
    get: (project) => bases.get(project),
    byPublicKey: (key) => [...bases.values()].find((base) => base.publicKey === key),
    list: () => [...bases.values()],
    async learn(project, texts) {
      const base = bases.get(project)
      // What was learnt last counts, also while its index is still being made.
      if (!base || base.folder === null || sameTexts(learned.get(project) ?? base.learned, texts)) return
      learned.set(project, texts)
      await searchBy(base, texts)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      listeners.clear()
      await Promise.all(closers.map((close) => close()))
    },
  }
}

/** Outlives each reload of a project's content. */
type LearnedByProject = Map<string, LearnedTexts>

async function openFolder(
  options: OpenKnowledgeOptions,
  folder: string,
  cache: ContentCache,
  learned: LearnedByProject,
): Promise<KnowledgeBase> {
  const content = await loadContent(folder, cache)
  const base = await publish(options, folder, content, learned)
  const { project, findings } = base
  const counts = { articles: base.articles.size, flows: base.flows.size, findings: findings.length }
  options.log.info({ project, folder, ...counts }, 'content loaded')
  return base
}

/** Gives every article its revision, and makes the knowledge base of what was loaded. */
async function publish(
  { store, now }: OpenKnowledgeOptions,
  folder: string,
  content: LoadedContent,
  learned: LearnedByProject,
): Promise<KnowledgeBase> {
  const { settings } = content
  const { project } = settings
  await store.projects.upsert({ id: project, title: settings.title ?? project }, now())
  const published = await store.revisions.publish(
    project,
    content.articles.map(({ id, title, contentHash }) => ({ articleId: id, title, contentHash })),
    now(),
  )
  const revisions = new Map(published.map((one) => [one.articleId, one]))
  const publishDraft = (draft: ArticleDraft) => {
    const revision = revisions.get(draft.id)
    if (!revision) throw new Error(`The store gave no revision to article "${draft.id}" of "${project}".`)
    const updatedAt = new Date(revision.publishedAt).toISOString()
    return { ...draft, revision: revision.revision, updatedAt }
  }
  return toKnowledgeBase(content, folder, publishDraft, learned.get(project))
}

/** Watches one folder; each settled change is loaded and published, one load at a time. */
async function keepUpToDate(
  options: OpenKnowledgeOptions,
  first: KnowledgeBase,
  cache: ContentCache,
  learned: LearnedByProject,
  replace: (base: KnowledgeBase) => void,
): Promise<() => Promise<void>> {
  const { folder, project } = first
  if (folder === null) return async () => {}
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const reload = async () => {
    try {
      const base = await openFolder(options, folder, cache, learned)
      if (base.project !== project) {
        options.log.error(
          { project, now: base.project },
          'the project of a folder cannot change while it is served; restart',
        )
        return
      }
      replace(base)
    } catch (error) {
      options.log.error({ project, err: error }, 'content could not be loaded again; the last good version stays')
    }
  }
  const watcher = watchFolder(folder, {
    ignoreInitial: true,
    ignored: (name) => /[\\/](?:\.[^\\/]+|node_modules)$/.test(name),
  })
  watcher.on('error', (error) => options.log.error({ project, err: error }, 'a content folder cannot be watched'))
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(reload)
    }, settleMs)
  })
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    await running
  }
}

function refuseTwins(bases: ReadonlyMap<string, KnowledgeBase>, base: KnowledgeBase): void {
  for (const other of bases.values()) {
    if (other.project !== base.project && other.publicKey !== base.publicKey) continue
    const same = other.project === base.project ? `project "${base.project}"` : `public key "${base.publicKey}"`
    throw new Error(`${base.folder} and ${other.folder} both have ${same}. Give each its own in fanal.yaml.`)
  }
}

function sameTexts(a: LearnedTexts, b: LearnedTexts): boolean {
  return a.size === b.size && [...a].every(([id, texts]) => texts.join('\n') === b.get(id)?.join('\n'))
}

function emptyBase(project: string, title: string): KnowledgeBase {
  const settings = completeSettings({ title }, project, [])
  const index = createSearchIndex([])
  return {
    project,
    folder: null,
    settings,
    publicKey: publicKeyOf(settings),
    articles: new Map(),
    flows: new Map(),
    findings: [],
    synonyms: [],
    learned: new Map(),
    index,
    search: () => [],
  }
}
