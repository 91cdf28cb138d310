/**
 * Where a link of an article may lead: another article, a flow, or an http, https, mailto or tel address. Everything else is refused.
 * Pure.
 */
import path from 'node:path'
import { isVideoPath } from './media.ts'
import { didYouMean } from './nearest-name.ts'
import { anchorOf } from './plain-text.ts'

export interface LinkContext {
  /** relative to the content folder */
  file: string
  articleId: string
  /** file → article id */
  articleOf: ReadonlyMap<string, string>
  flowIds: ReadonlySet<string>
}

export type LinkTarget =
  | { type: 'link'; href: string }
  | { type: 'articleLink'; articleId: string; anchor?: string }
  | { type: 'flowLink'; flowId: string }
  | { video: string }
  | { problem: string }

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

export function toLink(url: string, context: LinkContext): LinkTarget {
  if (url.startsWith('#')) return { type: 'articleLink', articleId: context.articleId, anchor: toAnchor(url.slice(1)) }
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(url)?.[0].toLowerCase()
  if (scheme === 'flow:') return toFlow(url.slice('flow:'.length), context)
  if (scheme !== undefined) {
    return schemes.has(scheme) && URL.canParse(url)
      ? { type: 'link', href: new URL(url).href }
      : { problem: `Links to "${url.slice(0, 80)}" are not allowed; the text is kept. Use http, https, mailto or tel.` }
  }
  const [target = '', fragment] = url.split('#', 2)
  if (url.startsWith('/') || target === '') {
    return {
      problem: `The link "${url}" leads nowhere; the text is kept. Link to an article's file, such as other.md.`,
    }
  }
  if (isVideoPath(target)) return { video: url }
  if (/\.(?:md|markdown)$/i.test(target)) return toArticle(target, fragment, context)
  return { problem: `The link "${url}" is not to an article; the text is kept. Link to a .md file or a web address.` }
}

function toFlow(id: string, context: LinkContext): LinkTarget {
  if (context.flowIds.has(id)) return { type: 'flowLink', flowId: id }
  return { problem: `There is no flow "${id}"; the text is kept.${didYouMean(id, context.flowIds)}` }
}

function toArticle(target: string, fragment: string | undefined, context: LinkContext): LinkTarget {
  const decoded = decode(target)
  const file = path.posix.normalize(path.posix.join(path.posix.dirname(context.file), decoded))
  const articleId = context.articleOf.get(file)
  if (articleId === undefined) {
    const name = path.posix.basename(decoded)
    const names = [...context.articleOf.keys()].map((known) => path.posix.basename(known))
    return { problem: `There is no article file "${file}"; the text is kept.${didYouMean(name, names)}` }
  }
  return { type: 'articleLink', articleId, ...(fragment ? { anchor: toAnchor(fragment) } : {}) }
}

/** Authors copy anchors from other tools, with accents and capitals; ours have neither. */
function toAnchor(fragment: string): string {
  return anchorOf(decode(fragment))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone "%" is not an encoding; the text is meant as it stands.
    return text
  }
}
