/**
 * What this device searched before, under the empty search box of home: once the person turns to the box (not when the panel puts the
 * focus there by itself, for the list lies over the suggestions), or asks with the arrow key upwards.
 */
import type { PanelParts } from '../../chunks.ts'
import { element as create, icon, takeOut } from '../../ui/element.ts'
import type { MoreTranslate } from './open-more.ts'

const clock = 'M10 6v4l2.6 1.6M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z'

export function offerRecentQueries(
  { runtime, form, searchBox, onQuery }: PanelParts,
  t: MoreTranslate,
  signal: AbortSignal,
): { update(isHome: boolean): void } {
  const title = create('h2', { id: 'fanal-recent' }, t('recent'))
  const list = create('ul')
  const forget = create('button', { type: 'button', className: 'link' }, t('forget'))
  const section = create('section', { className: 'recent', 'aria-labelledby': title.id }, title, list, forget)
  let isHome = false
  forget.onclick = () => {
    searchBox.focus()
    hide()
    runtime.guard(async () => (await runtime.memory())?.forgetQueries())
  }

  const hide = () => takeOut(section)

  async function offer(takesFocus = false): Promise<void> {
    if (section.isConnected || !isHome || searchBox.value) return
    const queries = (await (await runtime.memory())?.recentQueries()) ?? []
    const { activeElement } = runtime.root
    if (!queries.length || !isHome || searchBox.value || activeElement !== searchBox || signal.aborted) return
    list.replaceChildren(...queries.map(row))
    form.append(section)
    if (takesFocus) list.querySelector('button')?.focus()
  }

  function row(query: string): HTMLLIElement {
    const choose = create('button', { type: 'button', 'data-fanal-item': '' }, icon(clock), create('span', {}, query))
    choose.onclick = () => {
      hide()
      onQuery(query)
    }
    return create('li', {}, choose)
  }

  const listen = (type: string, listener: (event: Event) => unknown) =>
    form.addEventListener(type, (event) => runtime.guard(() => listener(event)), { signal })

  listen('click', ({ target }) => target === searchBox && offer())
  listen('keyup', (event) => (event as KeyboardEvent).key === 'Tab' && offer())
  listen('input', () => (searchBox.value ? hide() : offer()))
  listen('keydown', (event) => {
    const { key } = event as KeyboardEvent
    const shown = section.isConnected
    if (key === 'ArrowUp' && event.target === searchBox && !shown) return offer(true)
    if (key !== 'Escape' || !shown) return false
    // It closes the list, not yet the panel.
    event.preventDefault()
    event.stopPropagation()
    searchBox.focus()
    return hide()
  })
  // After the focus has arrived where it goes; pressing a button of the list keeps it.
  listen('focusout', () => setTimeout(() => runtime.guard(() => form.contains(runtime.root.activeElement) || hide())))
  signal.addEventListener('abort', hide)

  return {
    update(home) {
      isHome = home
      if (!home || searchBox.value) hide()
    },
  }
}
