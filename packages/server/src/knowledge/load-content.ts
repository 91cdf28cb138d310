/**
 * A content folder as one whole: settings, articles as trees, flows, synonyms, and everything that is wrong with them.
 * One bad file never hides the others; a file that was good before and is broken now keeps its last good version.
 * Source: docs/content.md
 */
import path from 'node:path'
import type { Flow, ProjectSettings } from '@fanal/contract'
import type { SynonymGroups } from '@fanal/search'
import { listContentFiles, readContentText } from './content-files.ts'
import type { AssetFolder } from './find-assets.ts'
import type { Finding } from './knowledge.ts'
import { type ArticleDraft, linkArticles, linkChecklist, linkFlows } from './link-content.ts'
import { type ArticleFile, hashText, type ReadArticle, readArticle } from './read-article.ts'
import { type ReadFlow, readFlow } from './read-flow.ts'
import {
  completeSettings,
  defaultLocale,
  projectIdOf,
  type ReadSettings,
  readSettings,
  readSynonyms,
} from './read-settings.ts'

export interface LoadedContent {
  /** absolute, symbolic links resolved */
  root: string
  settings: ProjectSettings
  articles: ArticleDraft[]
  flows: Flow[]
  /** by flow id: where it is written */
  flowPlaces: ReadonlyMap<string, Pick<ReadFlow, 'file' | 'lineOf'>>
  synonyms: SynonymGroups
  /** by file, then line */
  findings: Finding[]
}

/** What one load leaves for the next: parsed files by their text, and the last good version of each. */
export interface ContentCache {
  articles: Map<string, { hash: string; read: ReadArticle; good: ArticleFile | undefined }>
  flows: Map<string, { good: ReadFlow | undefined }>
  settings: Partial<ProjectSettings> | undefined
  synonyms: SynonymGroups | undefined
}

export function emptyCache(): ContentCache {
  return { articles: new Map(), flows: new Map(), settings: undefined, synonyms: undefined }
}

const settingsFile = 'fanal.yaml'
export const synonymsFile = 'synonyms.yaml'

/**
 * @param cache changed: what this load learnt is kept in it
 * @throws Error saying so when the folder itself cannot be read
 */
export async function loadContent(folder: string, cache: ContentCache = emptyCache()): Promise<LoadedContent> {
  const { root, files, findings } = await listContentFiles(folder).catch((error: unknown) => {
    throw explainFolder(folder, error)
  })
  const read = async (file: string) => {
    const result = files.includes(file) ? await readContentText(root, file) : null
    if (result && 'problem' in result) findings.push({ file, line: 1, severity: 'error', message: result.problem })
    return result && 'text' in result ? result.text : null
  }
  const { settings: written, lineOf } = takeSettings(await read(settingsFile), cache, findings)
  const synonyms = takeSynonyms(await read(synonymsFile), cache, findings)
  const articleFiles = await takeArticles(files.filter(isArticleFile(files)), read, cache, findings)
  const complete = completeSettings(written, projectIdOf(path.basename(root)), localesOf(articleFiles))
  const locale = complete.locales[0] ?? defaultLocale
  const readFlows = await takeFlows(
    files.filter((file) => /^flows\/.+\.ya?ml$/i.test(file)),
    read,
    locale,
    cache,
    findings,
  )
  const assets: AssetFolder = { root, project: complete.project, files: new Set(files), sizes: new Map() }
  const flows = await linkFlows(readFlows, new Set(articleFiles.map((one) => one.id)), assets, findings)
  const articles = await linkArticles(articleFiles, flows, locale, assets, findings)
  const settings = linkChecklist(complete, flows, (path, message) =>
    findings.push({ file: settingsFile, line: lineOf(path), severity: 'error', message }),
  )
  findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
  const flowPlaces = new Map(readFlows.map(({ id, file, lineOf }) => [id, { file, lineOf }]))
  return { root, settings, articles, flows, flowPlaces, synonyms, findings }
}

function explainFolder(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const place = path.resolve(folder)
  const problems: Record<string, string> = {
    ENOENT: `There is no folder ${place}. Check the path, or make the folder and put articles (*.md) in it.`,
    ENOTDIR: `${place} is not a folder. Name the folder that holds the articles.`,
    EACCES: `This user may not read the folder ${place}. Grant it access, or name another one.`,
  }
  return new Error(problems[String(error.code)] ?? `The folder ${place} cannot be read: ${error.code}.`, {
    cause: error,
  })
}

type Reader = (file: string) => Promise<string | null>

/** With a fanal.yaml articles stand under articles/; without one every Markdown file is an article. */
function isArticleFile(files: readonly string[]): (file: string) => boolean {
  const pattern = files.includes(settingsFile) ? /^articles\/.+\.(?:md|markdown)$/i : /\.(?:md|markdown)$/i
  return (file) => pattern.test(file)
}

function takeSettings(
  text: string | null,
  cache: ContentCache,
  findings: Finding[],
): Pick<ReadSettings, 'settings' | 'lineOf'> {
  if (text === null) return { settings: {}, lineOf: () => 1 }
  const { broken, lineOf, ...read } = readSettings(settingsFile, text)
  findings.push(...read.findings)
  const settings = broken && cache.settings ? cache.settings : read.settings
  cache.settings = settings
  return { settings, lineOf }
}

function takeSynonyms(text: string | null, cache: ContentCache, findings: Finding[]): SynonymGroups {
  if (text === null) return []
  const read = readSynonyms(synonymsFile, text)
  findings.push(...read.findings)
  if (read.broken && cache.synonyms) return cache.synonyms
  cache.synonyms = read.groups
  return read.groups
}

async function takeArticles(
  files: readonly string[],
  read: Reader,
  cache: ContentCache,
  findings: Finding[],
): Promise<ArticleFile[]> {
  for (const known of cache.articles.keys()) if (!files.includes(known)) cache.articles.delete(known)
  const found: ArticleFile[] = []
  const unknownKeys = new Map<string, { file: string; line: number; files: number }>()
  for (const file of files) {
    const text = await read(file)
    const before = cache.articles.get(file)
    const hash = text === null ? '' : hashText(text)
    const result: ReadArticle =
      before?.hash === hash
        ? before.read
        : text === null
          ? { article: undefined, broken: true, findings: [], unknownKeys: [] }
          : readArticle(file, text)
    const good = result.broken ? before?.good : result.article
    cache.articles.set(file, { hash, read: result, good })
    findings.push(...result.findings)
    for (const { key, line } of result.unknownKeys) {
      const entry = unknownKeys.get(key) ?? { file, line, files: 0 }
      unknownKeys.set(key, { ...entry, files: entry.files + 1 })
    }
    const article = good ?? result.article
    if (article) found.push(article)
  }
  for (const [key, { file, line, files: count }] of unknownKeys) {
    const where = count > 1 ? ` (here and in ${count - 1} more)` : ''
    const message = `There is no front matter key "${key}"${where}; it is left out. See docs/content.md for the keys.`
    findings.push({ file, line, severity: 'warning', message })
  }
  return withoutDuplicates(found, (one) => one.lineOf(['id']), 'article', findings)
}

async function takeFlows(
  files: readonly string[],
  read: Reader,
  locale: string,
  cache: ContentCache,
  findings: Finding[],
) {
  for (const known of cache.flows.keys()) if (!files.includes(known)) cache.flows.delete(known)
  const found: (ReadFlow & { flow: Flow; id: string })[] = []
  for (const file of files) {
    const text = await read(file)
    const result = text === null ? undefined : readFlow(file, text, locale)
    const good = result && !result.broken ? result : cache.flows.get(file)?.good
    cache.flows.set(file, { good })
    findings.push(...(result?.findings ?? []))
    const used = good ?? result
    if (used?.flow) found.push({ ...used, flow: used.flow, id: used.flow.id })
  }
  return withoutDuplicates(found, (one) => one.lineOf(['id']), 'flow', findings)
}

function withoutDuplicates<T extends { id: string; file: string }>(
  all: readonly T[],
  lineOf: (one: T) => number,
  what: string,
  findings: Finding[],
): T[] {
  const first = new Map<string, T>()
  for (const one of all) {
    const taken = first.get(one.id)
    if (!taken) {
      first.set(one.id, one)
      continue
    }
    const message = `The ${what} id "${one.id}" is taken by ${taken.file}; this file is left out. Give it an id of its own.`
    findings.push({ file: one.file, line: lineOf(one), severity: 'error', message })
  }
  return [...first.values()]
}

/** The locales articles are written in, most frequent first. */
function localesOf(articles: readonly ArticleFile[]): string[] {
  const counts = new Map<string, number>()
  for (const { frontMatter } of articles) {
    if (frontMatter.locale) counts.set(frontMatter.locale, (counts.get(frontMatter.locale) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([locale]) => locale)
}
