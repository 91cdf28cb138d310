/**
 * Results as the person types; where there are none, or only guesses, a person first and what comes near; where the index cannot be reached, what this device
 * has kept, or a way out.
 */
import { limits, type SearchHit, uncertainBelow } from '@fanal/contract'
import type { Chunks, SearchViewProps } from '../../chunks.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { articleRow } from '../../ui/article-row.ts'
import { button, type Child, element } from '../../ui/element.ts'
import { notice } from '../../ui/notice.ts'
import { redraw } from '../../ui/redraw.ts'
import type { OpenedView } from '../../ui/show-view.ts'
import { skeleton } from '../../ui/skeleton.ts'
import { type Translate, translator } from '../../ui/translate.ts'
import type { SearchAnswer } from './query-index.ts'
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
    const isStale = status === 'loading' && answer
    section.ariaBusy = `${status === 'loading'}`
    section.className = isStale ? 'stale' : ''
    clearTimeout(announcing)
    // What is on screen stays while the next answer is under way.
    if (isStale) return
    const isUnsure = answer && isGuess(answer)
    const isEmpty = answer?.hits.length === 0
    count.className = isUnsure ? 'none' : 'count'
    announce(answer ? countText(t, runtime.locale, answer, query) : '')
    count.ariaLabel = isEmpty ? t('none', { query }) : null
    if (drawn?.answer === answer && drawn.status === status) return
    drawn = { answer, status }
    neighbours?.show(near, null)
    redraw(body, kept && keptLine(), ...content(status, answer))
    if (isUnsure) void showNeighbours(query, !isEmpty)
  }

  /** Seen at once, said once: after a rest, so that nobody who is typing hears of every answer in between. */
  function announce(text: string): void {
    count.ariaLive = 'off'
    count.textContent = text
    announcing = setTimeout(() => {
      count.ariaLive = 'polite'
      count.textContent = text
    }, limits.searchRestMs)
  }

  async function showNeighbours(query: string, hasResults: boolean): Promise<void> {
    near.replaceChildren(skeleton(runtime.locale, 6))
    // Without them the way to support remains.
    neighbours ??= await runtime.load('neighbours').catch(() => undefined)
    if (session.state.query !== query || !near.isConnected) return
    if (!neighbours) near.replaceChildren()
    neighbours?.show(near, {
      runtime,
      query,
      hasResults,
      onQuery,
      onOpenArticle: (id) => onOpenArticle(id, 'related'),
    })
  }

  function keptLine(): HTMLElement {
    return element(
      'p',
      { className: 'kept' },
      t('kept'),
      button('link', t('retry'), () => session.retry()),
    )
  }

  function content(status: SearchState['status'], answer: SearchAnswer | null): Child[] {
    if (status === 'failed')
      return [
        notice(
          t('failed.title'),
          t('failed.text'),
          button('button primary', t('retry'), () => session.retry()),
          button('button plain', t('contact'), onContact),
        ),
      ]
    if (!answer) return [skeleton(runtime.locale, 9)]
    const rows = answer.hits.length > 0 && element('ul', {}, ...answer.hits.map(row))
    if (!isGuess(answer)) {
      offerFlow(answer.hits[0], rows)
      return [rows]
    }
    // A person first: what follows may not answer at all.
    return [
      element('p', { className: 'handoff' }, t('support'), button('button primary', t('contact'), onContact)),
      rows,
      near,
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

  /** The best answer may be done step by step, without reading first. */
  function offerFlow(best: SearchHit | undefined, rows: false | HTMLElement): void {
    if (!best?.flow || !rows) return
    const { id, title } = best.flow
    const start = button('link', t('flow'), () => runtime.startFlow(id, 'visitor'))
    start.ariaLabel = t('flow.name', { title })
    rows.firstElementChild?.append(element('span', { className: 'guide' }, start))
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

/** None of it is likely to answer, or there is nothing at all. */
function isGuess({ hits, confidence = 1 }: SearchAnswer): boolean {
  return !hits.length || confidence < uncertainBelow
}

function countText(t: SearchTranslate, locale: string, answer: SearchAnswer, query: string): string {
  const { hits, nbHits: count } = answer
  if (!hits.length) return t('none', { query })
  const number = new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other'
  return t(`${isGuess(answer) ? 'unsure' : 'count'}.${number}`, { count })
}

/** A text of the search API with the words that matched marked; always text nodes, never HTML. */
function highlight(value: unknown): Child[] {
  return splitHighlight(value).map(({ text, marked }) => (marked ? element('mark', {}, text) : text))
}
