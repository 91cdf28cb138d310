/**
 * Home below the suggestions: an answer to what was searched in vain, the guide in progress, the checklist, articles left half read, those that
 * are read most. It grows downwards only: what the person reads stays where it is.
 */
import { paths, type Suggestion } from '@fanal/contract'
import type { Memory, PanelParts, RunningFlow } from '../../chunks.ts'
import type { ChecklistHandle } from '../../flows.ts'
import { articleRow } from '../../ui/article-row.ts'
import { button, type Child, element, present } from '../../ui/element.ts'
import { redraw } from '../../ui/redraw.ts'
import type { MoreTranslate } from './open-more.ts'

const maxPopular = 5
/** So many are asked for that enough are left without those suggested and half read. */
const askedPopular = 12

type News = Awaited<ReturnType<Memory['news']>>
type Unfinished = Awaited<ReturnType<Memory['unfinished']>>

export interface HomeRest {
  /** @param suggestions what stands above already */
  update(isHome: boolean, suggestions: readonly { id?: string }[]): void
  destroy(): void
}

export function openHomeRest({ runtime, view, onShow }: PanelParts, t: MoreTranslate): HomeRest {
  const rest = element('div', { className: 'rest' })
  let suggested: readonly { id?: string }[] = []
  let flow: RunningFlow | null = null
  let news: News = []
  let unfinished: Unfinished = []
  let popular: Suggestion[] | undefined
  let checklist: ChecklistHandle | undefined
  let drawn = ''
  let turn = 0

  /** What the device knows is there at once, and stands above what the server is asked for. */
  async function load(): Promise<void> {
    const mine = ++turn
    flow = runtime.runningFlow()
    const memory = await runtime.memory()
    const [told, half] = memory ? await Promise.all([memory.news(), memory.unfinished()]) : [[], []]
    // Each is told once: what was asked for is kept, though the person has already gone elsewhere.
    news = [...news, ...told]
    if (mine !== turn) return
    unfinished = half
    draw()
    await loadChecklist()
    popular ??= await askPopular().catch(() => undefined)
    if (mine === turn) draw()
  }

  async function loadChecklist(): Promise<void> {
    if (!runtime.config?.checklist) return
    // Without it home is what it is without a checklist; the next time it is tried again.
    const chunk = await runtime.load('checklist').catch(() => null)
    checklist ??= chunk?.openChecklist(runtime)
    await checklist?.update()
    draw()
  }

  async function askPopular(): Promise<Suggestion[]> {
    const { locales = [] } = runtime.config ?? {}
    const locale = locales.includes(runtime.locale) ? runtime.locale : undefined
    const found = await runtime.getJson<Suggestion[]>(paths.suggestions, { locale, popular: `${askedPopular}` })
    return found.filter(({ why }) => why === 'popular')
  }

  function draw(): void {
    const above = new Set([...suggested, ...unfinished].map(({ id }) => id).concat(news.map((one) => one.articleId)))
    const others = (popular ?? []).filter(({ id }) => !above.has(id)).slice(0, maxPopular)
    const content = JSON.stringify([news, flow, unfinished, others, !!checklist])
    if (content === drawn) return
    drawn = content
    redraw(
      rest,
      ...news.map(newsCard),
      flow && flowCard(flow),
      checklist?.element,
      unfinished.length > 0 && section(t('unfinished'), unfinished.map(unfinishedRow)),
      others.length > 0 && section(t('popular'), others.map(popularRow)),
    )
  }

  function section(title: string, rows: HTMLElement[]): HTMLElement {
    return element('section', { ariaLabel: title }, element('h2', {}, title), element('ul', {}, ...rows))
  }

  function row(article: { id: string; title: string; share?: number }, ...details: Child[]): HTMLLIElement {
    const { id: articleId, title, share: place } = article
    const made = articleRow({
      title: [title],
      onIntent: () => void runtime.load('article').catch(() => {}),
      onOpen: () => onShow({ kind: 'article', articleId, from: 'suggestion', ...(place && { place }) }),
    })
    made.append(...present(details))
    return made
  }

  function newsCard({ query, articleId, title }: News[number]): HTMLElement {
    const heading = t('news.title')
    return element(
      'section',
      { className: 'card', ariaLabel: heading },
      element('h2', {}, heading),
      element('p', {}, t('news.text', { query })),
      element('ul', {}, row({ id: articleId, title })),
    )
  }

  function flowCard({ title, position, resume }: RunningFlow): HTMLElement {
    const heading = t('flow.title')
    const act = button('button primary', t('resume'), () => {
      runtime.closePanel()
      runtime.guard(resume)
    })
    act.ariaLabel = t('resume.name', { title })
    return element(
      'section',
      { className: 'card flow', ariaLabel: heading },
      element('h2', {}, heading),
      element('p', {}, element('strong', {}, title), element('span', {}, position)),
      act,
    )
  }

  function unfinishedRow(half: Unfinished[number]): HTMLElement {
    const { share } = half
    const bar = element('i')
    bar.style.width = `${share * 100}%`
    const words = element('small', {}, t('share', { share: Math.round(share * 100) }))
    return row(half, element('span', { className: 'share' }, element('s', { ariaHidden: 'true' }, bar), words))
  }

  function popularRow({ id, title, category }: Suggestion): HTMLElement {
    return row({ id, title }, category && element('small', {}, category))
  }

  const undos = [
    runtime.on('panel_opened', () => runtime.guard(load)),
    // Told; the next time the panel is opened there is something else to read.
    runtime.on('panel_closed', () => {
      news = []
    }),
    runtime.on('reset', () => {
      news = unfinished = []
      draw()
    }),
  ]

  return {
    update(isHome, suggestions) {
      suggested = suggestions
      if (!isHome) return
      if (rest.parentNode !== view()) {
        view().append(rest)
        runtime.guard(load)
      }
      draw()
    },
    destroy() {
      turn++
      checklist?.destroy()
      for (const undo of undos) undo()
    },
  }
}
