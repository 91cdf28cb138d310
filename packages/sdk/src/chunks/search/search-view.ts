/**
 * Results as the person types; where there are none, what comes near and a person; where the index cannot be reached, what this device
 * has kept, or a way out.
 */
import { limits, type SearchHit } from '@fanal/contract'
import type { Chunks, SearchViewProps } from '../../chunks.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { articleRow } from '../../ui/article-row.ts'
import { button, type Child, element } from '../../ui/element.ts'
import { notice } from '../../ui/notice.ts'
import { redraw } from '../../ui/redraw.ts'
import type { OpenedView } from '../../ui/show-view.ts'
import { skeleton } from '../../ui/skeleton.ts'
import { type Translate, translator } from '../../ui/translate.ts'
import searchCss from './search.css?inline'
import { openSearchSession, type SearchState } from './search-session.ts'
import { searchWords } from './search-words.ts'
import { snippetOf } from './snippet.ts'
import { splitHighlight } from './split-highlight.ts'

export function openSearch(into: Element, first: SearchViewProps): OpenedView<SearchViewProps> {
  const { runtime, onOpenArticle, onContact, onQuery } = first
  adoptStyles(runtime.root, searchCss)
  const t = translator(searchWords, runtime.locale)
  const count = element('p', { role: 'status' })
  const body = element('div')
  const section = element('section', { ariaLabel: t('title') }, count, body)
  const near = element('div', { className: 'near' })
  let neighbours: Chunks['neighbours'] | undefined
  let drawn: Pick<SearchState, 'answer' | 'status'> | undefined
  let announcing: ReturnType<typeof setTimeout> | undefined
  into.append(section)
  const session = openSearchSession(runtime, draw)
  draw(session.state)
  update(first)

  function update({ query, commits = 0 }: SearchViewProps): void {
    session.ask(query)
    // Enter may have come before this chunk did.
    if (commits > 0) session.commit()
  }

  function draw({ status, answer, query, kept }: SearchState): void {
    section.ariaBusy = `${status === 'loading'}`
    body.className = status === 'loading' && answer ? 'stale' : ''
    const found = status === 'ready' ? answer : null
    const isEmpty = found?.hits.length === 0
    count.className = isEmpty ? 'none' : 'count'
    announce(found ? countText(t, runtime.locale, found.nbHits, query) : '')
    count.ariaLabel = isEmpty ? t('none', { query }) : null
    // Rows on screen stay while the next are under way.
    if (drawn?.answer === answer && (answer?.hits.length || drawn.status === status)) return
    drawn = { answer, status }
    neighbours?.show(near, null)
    redraw(body, kept && keptLine(), ...content(status, answer?.hits))
    if (isEmpty) void showNeighbours(query)
  }

  /** Seen at once, said once: after a rest, so that nobody who is typing hears of every answer in between. */
  function announce(text: string): void {
    clearTimeout(announcing)
    count.ariaLive = 'off'
    count.textContent = text
    announcing = setTimeout(() => {
      count.ariaLive = 'polite'
      count.textContent = text
    }, limits.searchRestMs)
  }

  async function showNeighbours(query: string): Promise<void> {
    near.replaceChildren(skeleton(runtime.locale, 6))
    // Without them the way to support remains.
    neighbours ??= await runtime.load('neighbours').catch(() => undefined)
    if (session.state.query !== query || !near.isConnected) return
    if (!neighbours) near.replaceChildren()
    neighbours?.show(near, { runtime, query, onQuery, onOpenArticle: (id) => onOpenArticle(id, 'related') })
  }

  function keptLine(): HTMLElement {
    return element(
      'p',
      { className: 'kept' },
      t('kept'),
      button('link', t('retry'), () => session.retry()),
    )
  }

  function content(status: SearchState['status'], hits: SearchHit[] | undefined): Child[] {
    if (status === 'failed')
      return [
        notice(
          t('failed.title'),
          t('failed.text'),
          button('button primary', t('retry'), () => session.retry()),
          button('button plain', t('contact'), onContact),
        ),
      ]
    if (!hits) return [skeleton(runtime.locale, 9)]
    if (hits.length) return [element('ul', {}, ...hits.map(row))]
    if (status !== 'ready') return []
    return [
      near,
      element('p', { className: 'handoff' }, t('none.support')),
      button('button primary', t('contact'), onContact),
    ]
  }

  function row(hit: SearchHit, index: number): HTMLElement {
    return articleRow({
      title: highlight(hit._highlightResult?.title?.value ?? hit.title),
      summary: highlight(snippetOf(hit)),
      category: hit.category,
      onIntent: () => void runtime.load('article').catch(() => {}),
      onOpen() {
        session.click(hit.objectID, index + 1)
        onOpenArticle(hit.objectID)
      },
    })
  }

  return {
    update,
    end() {
      clearTimeout(announcing)
      neighbours?.show(near, null)
      session.destroy()
    },
  }
}

type SearchTranslate = Translate<keyof typeof searchWords.fr>

function countText(t: SearchTranslate, locale: string, count: number, query: string): string {
  if (count === 0) return t('none', { query })
  return t(new Intl.PluralRules(locale).select(count) === 'one' ? 'count.one' : 'count.other', { count })
}

/** A text of the search API with the words that matched marked; always text nodes, never HTML. */
function highlight(value: unknown): Child[] {
  return splitHighlight(value).map(({ text, marked }) => (marked ? element('mark', {}, text) : text))
}
