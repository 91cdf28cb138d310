/**
 * Turns the tree of an article into DOM nodes: one known element per known type, text only as text.
 * A tree comes from JSON and is data: an unknown type shows its children, a value that is not a string shows nothing,
 * and an address that is not http, https, mailto or tel becomes plain text.
 */
import type { ArticleListItem, ArticleNode } from '@fanal/contract'
import { type Child, element } from '../../ui/element.ts'
import type { ArticleTranslate } from './article-words.ts'

export interface RenderOptions {
  /** origin that relative addresses are read from */
  host: string
  t: ArticleTranslate
  onOpenArticle(id: string, anchor?: string): void
  onStartFlow(id: string): void
}

export function renderNodes(nodes: unknown, options: RenderOptions): Child[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: ArticleNode) => renderNode(node, options))
}

function renderNode(node: ArticleNode, options: RenderOptions): Child | Child[] {
  const { t } = options
  const children = () => renderNodes((node as { children?: unknown }).children, options)
  const inside = (tag: 'strong' | 'em' | 'del' | 'p' | 'blockquote') => element(tag, {}, ...children())
  switch (node.type) {
    case 'text':
      return textOf(node.value)
    case 'strong':
      return inside('strong')
    case 'emphasis':
      return inside('em')
    case 'delete':
      return inside('del')
    case 'paragraph':
      return renderParagraph(node, children())
    case 'blockquote':
      return inside('blockquote')
    case 'inlineCode':
      return element('code', {}, textOf(node.value))
    case 'break':
      return element('br')
    case 'thematicBreak':
      return element('hr')
    case 'heading':
      return renderHeading(node, children())
    case 'code':
      return scroller(t('code'), element('pre', {}, element('code', {}, textOf(node.value))))
    case 'list':
      return renderList(node, options)
    case 'table':
      return renderTable(node, options)
    case 'callout':
      return renderCallout(node, children(), t)
    case 'link':
      return renderLink(node.href, children(), options)
    case 'articleLink':
      return inlineButton(() => options.onOpenArticle(node.articleId, node.anchor), children())
    case 'flowLink':
      return inlineButton(() => options.onStartFlow(node.flowId), children())
    case 'image':
    case 'video':
      return renderMedia(node, options)
    default:
      return children()
  }
}

/** An image alone in its paragraph is a picture; among words it is a sign in the sentence. */
function renderParagraph({ children }: { children: unknown }, content: Child[]): HTMLElement {
  const [first, ...others] = Array.isArray(children) ? children : []
  const className = first?.type === 'image' && !others.length ? 'picture' : undefined
  return element('p', { className }, ...content)
}

/** A link that stays inside the widget. */
function inlineButton(onclick: () => void, children: Child[]): HTMLElement {
  return element('button', { type: 'button', className: 'link', onclick }, ...children)
}

/** Holds what may be wider than the panel: it scrolls sideways, with the keyboard too. */
function scroller(ariaLabel: string, content: HTMLElement): HTMLElement {
  return element('section', { className: 'scroll', ariaLabel, tabIndex: 0 }, content)
}

/** Depth 2 of an article stands under the title of the view, which is an h2 too. */
function renderHeading({ depth, id }: Extract<ArticleNode, { type: 'heading' }>, children: Child[]): HTMLElement {
  const tag = depth === 2 ? 'h3' : depth === 3 ? 'h4' : 'h5'
  return element(tag, { tabIndex: -1, 'data-anchor': textOf(id) }, ...children)
}

function renderCallout(
  { kind, title }: Extract<ArticleNode, { type: 'callout' }>,
  children: Child[],
  t: ArticleTranslate,
): HTMLElement {
  const warns = kind === 'warning'
  const label = element('b', {}, textOf(title) || t(warns ? 'callout.warning' : 'callout.note'))
  return element('div', { role: 'note', className: `callout ${warns ? 'warning' : 'tip'}` }, label, ...children)
}

function renderList({ children, ordered, start }: Extract<ArticleNode, { type: 'list' }>, options: RenderOptions) {
  const first = Number(start ?? 1)
  const items = children.map((item, index) =>
    element(
      'li',
      {
        className: item.checked === undefined ? undefined : 'task',
        // Not a CSS counter: Chromium's style cache holds on to the shadow root where one is shown, after the widget has gone.
        'data-step': ordered ? `${first + index}` : undefined,
      },
      renderTask(item, options),
      ...renderNodes(item.children, options),
    ),
  )
  return ordered ? element('ol', { className: 'steps', start: first }, ...items) : element('ul', {}, ...items)
}

function renderTask({ checked }: ArticleListItem, { t }: RenderOptions): Child {
  if (checked === undefined) return null
  return element('span', {
    role: 'img',
    className: checked ? 'box done' : 'box',
    ariaLabel: t(checked ? 'task.done' : 'task.open'),
  })
}

function renderTable({ head, rows, align }: Extract<ArticleNode, { type: 'table' }>, options: RenderOptions) {
  const row = (tag: 'th' | 'td', cells: unknown[]) =>
    element(
      'tr',
      {},
      ...cells.map((content, index) => {
        const inside = renderNodes(content, options)
        // Markdown wants a head for every table; where nothing stands in it there is none.
        const cell = element(inside.length ? tag : 'td', {}, ...inside)
        if (inside.length && tag === 'th') cell.scope = 'col'
        cell.style.textAlign = align[index] ?? ''
        return cell
      }),
    )
  const body = rows.map((cells) => row('td', cells))
  return scroller(
    options.t('table'),
    element('table', {}, element('thead', {}, row('th', head)), element('tbody', {}, ...body)),
  )
}

function renderLink(address: unknown, children: Child[], { host, t }: RenderOptions): Child | Child[] {
  const href = safeUrl(address, host, ['http:', 'https:', 'mailto:', 'tel:'])
  if (!href) return children
  if (!href.startsWith('http')) return element('a', { href }, ...children)
  const newTab = element('span', { className: 'hidden' }, ` ${t('link.newTab')}`)
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children, newTab)
}

function renderMedia(node: Extract<ArticleNode, { type: 'image' | 'video' }>, { host }: RenderOptions): Child {
  const src = safeUrl(node.src, host, ['http:', 'https:'])
  if (!src) return null
  if (node.type === 'video')
    return element('video', { controls: true, preload: 'metadata', ariaLabel: textOf(node.title) || undefined, src })
  const size = node.width && node.height ? { width: Number(node.width), height: Number(node.height) } : {}
  // The address comes last: what is set before decides how it is fetched.
  return element('img', {
    alt: textOf(node.alt),
    ...size,
    loading: 'lazy',
    decoding: 'async',
    referrerPolicy: 'no-referrer',
    src,
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The absolute address, or undefined where its scheme is not among those allowed. */
function safeUrl(address: unknown, host: string, schemes: string[]): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address, `${host}/`)) return undefined
  const url = new URL(address, `${host}/`)
  return schemes.includes(url.protocol) ? url.href : undefined
}
