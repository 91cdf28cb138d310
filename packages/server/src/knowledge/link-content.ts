/**
 * What files of a content folder say of one another: links, related articles, flows, images, sections. What leads nowhere is a finding
 * and is left out; the article or flow itself is kept.
 */
import { setImmediate } from 'node:timers/promises'
import type { Flow, ProjectSettings } from '@fanal/contract'
import { visit } from 'unist-util-visit'
import { type ArticleTree, toArticleTree } from './article-tree.ts'
import { type AssetFolder, findAssets } from './find-assets.ts'
import type { Finding, LoadedArticle } from './knowledge.ts'
import { isVideoPath } from './media.ts'
import { didYouMean } from './nearest-name.ts'
import { plainText } from './plain-text.ts'
import { type ArticleFile, hashText } from './read-article.ts'
import type { ReadFlow } from './read-flow.ts'

/** An article before the store has given it a revision. */
export type ArticleDraft = Omit<LoadedArticle, 'revision' | 'updatedAt'>

/** Resolves what flows point at: articles of answers, images of fallbacks. */
export async function linkFlows(
  read: readonly (ReadFlow & { flow: Flow })[],
  articleIds: ReadonlySet<string>,
  folder: AssetFolder,
  findings: Finding[],
): Promise<Flow[]> {
  const flows: Flow[] = []
  for (const { file, flow, lineOf } of read) {
    const say = (path: readonly PropertyKey[], message: string) =>
      findings.push({ file, line: lineOf(path), severity: 'error', message })
    const images = flow.steps.flatMap((step) => (step.fallback?.image === undefined ? [] : [step.fallback.image]))
    const assets = await findAssets(folder, file, images)
    const steps = flow.steps.map((step, place) => {
      const needArticle = (id: string | undefined, at: readonly PropertyKey[]) => {
        if (id === undefined || articleIds.has(id)) return
        say(['steps', place, ...at], `There is no article "${id}".${didYouMean(id, articleIds)}`)
      }
      needArticle(step.article, ['article'])
      for (const [n, answer] of (step.answers ?? []).entries()) needArticle(answer.article, ['answers', n, 'article'])
      if (step.fallback?.image === undefined) return step
      const asset = assets(step.fallback.image)
      if ('problem' in asset) {
        say(['steps', place, 'fallback', 'image'], asset.problem)
        return { ...step, fallback: { text: step.fallback.text } }
      }
      return { ...step, fallback: { text: step.fallback.text, image: asset.src } }
    })
    flows.push({ ...flow, steps })
  }
  return flows
}

/** Leaves out of the checklist what names no flow; a list without any is none. */
export function linkChecklist(
  settings: ProjectSettings,
  flows: readonly Flow[],
  say: (path: readonly PropertyKey[], message: string) => void,
): ProjectSettings {
  const { checklist, ...others } = settings
  if (!checklist) return settings
  const ids = flows.map(({ id }) => id)
  for (const [place, id] of checklist.flows.entries()) {
    if (!ids.includes(id))
      say(['checklist', 'flows', place], `There is no flow "${id}" for the checklist.${didYouMean(id, ids)}`)
  }
  const known = [...new Set(checklist.flows)].filter((id) => ids.includes(id))
  return known.length > 0 ? { ...settings, checklist: { ...checklist, flows: known } } : others
}

/** Turns every article into its tree, its links and related articles resolved. */
export async function linkArticles(
  files: readonly ArticleFile[],
  flows: readonly Flow[],
  locale: string,
  folder: AssetFolder,
  findings: Finding[],
): Promise<ArticleDraft[]> {
  const articleOf = new Map(files.map((one) => [one.file, one.id]))
  const flowIds = new Set(flows.map((flow) => flow.id))
  const trees = new Map<string, ArticleTree>()
  const drafts: ArticleDraft[] = []
  for (const one of files) {
    // Others are answered meanwhile: ten thousand articles take seconds.
    await setImmediate()
    const { file, id: articleId, source, frontMatter } = one
    const assets = await findAssets(folder, file, assetUrls(one))
    const tree = toArticleTree(one.root, {
      file,
      articleId,
      title: frontMatter.title,
      source,
      articleOf,
      flowIds,
      assets,
    })
    trees.set(articleId, tree)
    findings.push(...tree.findings)
    drafts.push(toDraft(one, tree, files, flows, locale, findings))
  }
  for (const { id, file } of drafts) {
    for (const { articleId, anchor, line } of trees.get(id)?.anchors ?? []) {
      const known = trees.get(articleId)?.toc.map((entry) => entry.id) ?? []
      if (known.includes(anchor)) continue
      const message = `There is no section "#${anchor}" in article "${articleId}".${didYouMean(anchor, known)}`
      findings.push({ file, line, severity: 'warning', message })
    }
  }
  return drafts
}

function toDraft(
  one: ArticleFile,
  tree: ArticleTree,
  all: readonly ArticleFile[],
  flows: readonly Flow[],
  locale: string,
  findings: Finding[],
): ArticleDraft {
  const { file, id, frontMatter, lineOf } = one
  const say = (path: readonly PropertyKey[], message: string) =>
    findings.push({ file, line: lineOf(path), severity: 'error', message })
  const related = [...new Set(frontMatter.related ?? [])].flatMap((relatedId, place) => {
    const other = all.find((candidate) => candidate.id === relatedId)
    if (!other) {
      const ids = all.map((candidate) => candidate.id)
      say(['related', place], `There is no article "${relatedId}" to relate to.${didYouMean(relatedId, ids)}`)
    }
    return other && other !== one ? [{ id: other.id, title: other.frontMatter.title }] : []
  })
  const flow = flows.find((candidate) => candidate.id === frontMatter.flow)
  if (frontMatter.flow !== undefined && !flow) {
    const ids = flows.map((candidate) => candidate.id)
    say(['flow'], `There is no flow "${frontMatter.flow}".${didYouMean(frontMatter.flow, ids)}`)
  }
  const { title } = frontMatter
  // An empty text is how generated front matter says "none".
  const summary = frontMatter.summary || null
  const category = frontMatter.category || null
  return {
    id,
    title,
    locale: frontMatter.locale ?? locale,
    category,
    summary,
    body: tree.body,
    toc: tree.toc,
    related,
    flow: flow ? { id: flow.id, title: flow.title } : null,
    file,
    frontMatter,
    plainText: plainText(tree.body),
    // Only what a reader sees: a new reviewer or page must not make votes on the text look outdated.
    contentHash: hashText(JSON.stringify([title, summary, tree.body])),
  }
}

/** Every address in the Markdown that may name an image or a video of the folder. */
function assetUrls({ root }: ArticleFile): string[] {
  const urls: string[] = []
  visit(root, (node) => {
    if (node.type === 'image' || node.type === 'definition') urls.push(node.url)
    else if (node.type === 'link' && isVideoPath(node.url)) urls.push(node.url)
    else if (node.type === 'code' && node.lang === 'video') urls.push(node.value.trim())
  })
  return urls
}
