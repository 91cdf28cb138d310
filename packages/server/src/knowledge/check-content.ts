/**
 * What `fanal check DIR` asks: everything that is wrong with a content folder, nothing published.
 * Source: docs/content.md#checking
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readContentText } from './content-files.ts'
import type { Finding, KnowledgeBase } from './knowledge.ts'
import { unpublishedBase } from './knowledge-base.ts'
import { loadContent, synonymsFile } from './load-content.ts'
import { readSynonyms } from './read-settings.ts'
import { reviewArticles } from './review/articles.ts'
import { type GoldenResult, runGoldenQueries } from './review/golden-queries.ts'
import { checkRoutes, type RoutesResult } from './review/routes.ts'
import { reviewSynonyms } from './review/synonyms.ts'

export interface CheckOptions {
  /** a file of golden queries, YAML */
  golden?: string
  /** a file of the product's pages, one a line */
  routes?: string
}

export interface ContentCheck {
  /** by file, then line; files are relative to the folder */
  findings: Finding[]
  golden?: Omit<GoldenResult, 'findings'>
  routes?: Omit<RoutesResult, 'findings'>
}

/** @throws Error saying so when the folder, or a file that was named, cannot be read */
export async function checkContent(folder: string, { golden, routes }: CheckOptions = {}): Promise<ContentCheck> {
  const goldenText = golden === undefined ? undefined : await readNamed(golden)
  const routesText = routes === undefined ? undefined : await readNamed(routes)
  const content = await loadContent(folder)
  const base = await unpublishedBase(content)
  const findings = [
    ...content.findings,
    ...(await withTitleLines(content.root, base)),
    ...(await checkSynonyms(content.root, base)),
  ]
  const check: ContentCheck = { findings }
  const relative = (file: string) => path.relative(folder, file)
  if (golden !== undefined && goldenText !== undefined) {
    const { findings: failed, ...counts } = runGoldenQueries(base, relative(golden), goldenText)
    findings.push(...failed)
    check.golden = counts
  }
  if (routes !== undefined && routesText !== undefined) {
    const { findings: bare, ...counts } = checkRoutes(base, relative(routes), routesText)
    findings.push(...bare)
    check.routes = counts
  }
  findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
  return check
}

async function withTitleLines(root: string, base: KnowledgeBase): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const finding of reviewArticles(base)) {
    const read = await readContentText(root, finding.file)
    const lines = 'text' in read ? read.text.split('\n') : []
    findings.push({ ...finding, line: Math.max(1, lines.findIndex((line) => /^(?:title\s*:|# )/.test(line)) + 1) })
  }
  return findings
}

/** A file that cannot be read as a whole has its findings already. */
async function checkSynonyms(root: string, base: KnowledgeBase): Promise<Finding[]> {
  const read = await readContentText(root, synonymsFile).catch(() => undefined)
  if (read === undefined || !('text' in read)) return []
  const { groups, broken, lineOf } = readSynonyms(synonymsFile, read.text)
  return broken ? [] : reviewSynonyms(synonymsFile, groups, lineOf, base)
}

async function readNamed(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  } catch (error) {
    throw new Error(`The file ${file} cannot be read. Check that it is there and may be opened.`, { cause: error })
  }
}
