/**
 * Turns the tree of an article into Preact nodes: one known element per known type, text only as text.
 * A tree comes from JSON and is data: an unknown type shows its children, a value that is not a string shows nothing,
 * and an address that is not http, https, mailto or tel becomes plain text.
 */
import type { ArticleListItem, ArticleNode } from '@fanal/contract'
import type { ComponentChildren, JSX } from 'preact'
import type { ArticleTranslate } from './article-words.ts'
import { Scroller } from './Scroller.tsx'

export interface RenderOptions {
  /** origin that relative addresses are read from */
  host: string
  t: ArticleTranslate
  onOpenArticle(id: string, anchor?: string): void
  onStartFlow(id: string): void
}

export function renderNodes(nodes: unknown, options: RenderOptions): ComponentChildren {
  if (!Array.isArray(nodes)) return null
  return nodes.map((node: ArticleNode) => renderNode(node, options))
}

function renderNode(node: ArticleNode, options: RenderOptions): ComponentChildren {
  const { t } = options
  const children = () => renderNodes((node as { children?: unknown }).children, options)
  switch (node.type) {
    case 'text':
      return textOf(node.value)
    case 'strong':
      return <strong>{children()}</strong>
    case 'emphasis':
      return <em>{children()}</em>
    case 'delete':
      return <del>{children()}</del>
    case 'inlineCode':
      return <code>{textOf(node.value)}</code>
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'paragraph':
      return <p>{children()}</p>
    case 'blockquote':
      return <blockquote>{children()}</blockquote>
    case 'heading':
      return renderHeading(node, children())
    case 'code':
      return (
        <Scroller label={t('code')}>
          <pre>
            <code>{textOf(node.value)}</code>
          </pre>
        </Scroller>
      )
    case 'list':
      return renderList(node, options)
    case 'table':
      return renderTable(node, options)
    case 'callout':
      return (
        <div role="note" class={`callout ${node.kind === 'warning' ? 'warning' : 'tip'}`}>
          <b>{textOf(node.title) || t(node.kind === 'warning' ? 'callout.warning' : 'callout.note')}</b>
          {children()}
        </div>
      )
    case 'link':
      return renderLink(node.href, children(), options)
    case 'articleLink':
      return (
        <button type="button" class="link" onClick={() => options.onOpenArticle(node.articleId, node.anchor)}>
          {children()}
        </button>
      )
    case 'flowLink':
      return (
        <button type="button" class="link" onClick={() => options.onStartFlow(node.flowId)}>
          {children()}
        </button>
      )
    case 'image':
    case 'video':
      return renderMedia(node, options)
    default:
      return children()
  }
}

/** Depth 2 of an article stands under the title of the view, which is an h2 too. */
function renderHeading(node: Extract<ArticleNode, { type: 'heading' }>, children: ComponentChildren) {
  const attributes = { tabIndex: -1, 'data-anchor': textOf(node.id) }
  if (node.depth === 2) return <h3 {...attributes}>{children}</h3>
  if (node.depth === 3) return <h4 {...attributes}>{children}</h4>
  return <h5 {...attributes}>{children}</h5>
}

function renderList(node: Extract<ArticleNode, { type: 'list' }>, options: RenderOptions) {
  const items = node.children.map((item, index) => (
    <li key={index} class={item.checked === undefined ? undefined : 'task'}>
      {renderTask(item, options)}
      {renderNodes(item.children, options)}
    </li>
  ))
  if (!node.ordered) return <ul>{items}</ul>
  const start = Number(node.start ?? 1)
  return (
    <ol class="steps" start={start} style={start === 1 ? undefined : { counterReset: `step ${start - 1}` }}>
      {items}
    </ol>
  )
}

function renderTask(item: ArticleListItem, { t }: RenderOptions) {
  if (item.checked === undefined) return null
  return (
    <span
      role="img"
      class={item.checked ? 'box done' : 'box'}
      aria-label={t(item.checked ? 'task.done' : 'task.open')}
    />
  )
}

function renderTable(node: Extract<ArticleNode, { type: 'table' }>, options: RenderOptions) {
  const align = (index: number) => {
    const side = node.align[index]
    return side ? { textAlign: side } : undefined
  }
  return (
    <Scroller label={options.t('table')}>
      <table>
        <thead>
          <tr>
            {node.head.map((cell, index) => (
              <th key={index} scope="col" style={align(index)}>
                {renderNodes(cell, options)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                <td key={index} style={align(index)}>
                  {renderNodes(cell, options)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function renderLink(href: unknown, children: ComponentChildren, { host, t }: RenderOptions) {
  const url = safeUrl(href, host, ['http:', 'https:', 'mailto:', 'tel:'])
  if (!url) return children
  if (!url.startsWith('http')) return <a href={url}>{children}</a>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="hidden"> {t('link.newTab')}</span>
    </a>
  )
}

function renderMedia(
  node: Extract<ArticleNode, { type: 'image' | 'video' }>,
  { host }: RenderOptions,
): JSX.Element | null {
  const src = safeUrl(node.src, host, ['http:', 'https:'])
  if (!src) return null
  if (node.type === 'video')
    // biome-ignore lint/a11y/useMediaCaption: captions are part of the file; the tree carries no track
    return <video controls preload="metadata" src={src} aria-label={textOf(node.title) || undefined} />
  const size = node.width && node.height ? { width: Number(node.width), height: Number(node.height) } : {}
  return <img src={src} alt={textOf(node.alt)} {...size} loading="lazy" decoding="async" referrerpolicy="no-referrer" />
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
