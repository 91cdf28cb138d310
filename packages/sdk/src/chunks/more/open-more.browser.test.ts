import { waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Memory } from '../../chunks.ts'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import type { FakeWidget } from '../../ui/testing/fake-runtime.ts'
import { endWidgets, inWidget, startWidget } from '../../ui/testing/find-in-widget.ts'
import { articles, suggestions } from '../../ui/testing/sample-help.ts'

beforeEach(() => page.viewport(1280, 800))
afterEach(() => {
  endWidgets()
  localStorage.clear()
})

/** A device that remembers what a test says. */
function remember(widget: FakeWidget, facts: Partial<Memory>): void {
  const memory = {
    recentQueries: async () => [],
    forgetQueries: async () => {},
    unfinished: async () => [],
    news: async () => [],
    search: async () => ({ hits: [], nbHits: 0 }),
    ...facts,
  }
  widget.runtime.memory = async () => memory as unknown as Memory
}

const popular = ['rejet-b2', 'imprimante', 'a', 'b', 'c', 'd', 'e'].map((id) => ({
  id,
  title: `Lu ${id}`,
  summary: null,
  category: 'Agenda',
  why: 'popular',
}))

function offerPopular(widget: FakeWidget): void {
  widget.answers['/v1/suggestions'] = ({ popular: asked }) => (asked ? popular : suggestions(widget.runtime.locale))
}

function addField(): HTMLInputElement {
  const field = document.createElement('input')
  document.body.append(field)
  onTestFinished(() => field.remove())
  return field
}

describe('home below the suggestions', () => {
  it.each([
    ['fr', 'light'],
    ['fr', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)(
    'tells what was written, what runs, what was begun and what is read most (%s, %s)',
    async (locale, theme) => {
      const widget = startWidget({ locale, theme })
      const french = locale === 'fr'
      offerPopular(widget)
      remember(widget, {
        news: async () => [{ query: 'télécopie', articleId: 'fax', title: 'Envoyer une télécopie' }],
        unfinished: async () => [{ id: 'a', title: 'À moitié lu', share: 0.4 }],
      })
      widget.run.flow = { id: 'f', title: 'Configurer l’imprimante', position: 'Étape 2 sur 5', resume: () => {} }
      widget.panel.open()
      const find = inWidget(widget)
      const most = await find.findByRole('region', { name: french ? 'Les plus lus' : 'Most read' })
      expect([...most.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
        'Lu imprimante',
        'Lu b',
        'Lu c',
        'Lu d',
        'Lu e',
      ])
      const written = find.getByRole('region', {
        name: french ? 'Nous avons écrit cet article' : 'We wrote this article',
      })
      expect(written.textContent).toMatch(/«\s?télécopie\s?»|“télécopie”/)
      const running = find.getByRole('region', { name: french ? 'Guide en cours' : 'Guide in progress' })
      expect(running.textContent).toMatch(/Étape 2 sur 5/)
      expect(
        find.getByRole('region', { name: french ? 'Reprendre la lecture' : 'Continue reading' }).textContent,
      ).toMatch(/40\s?%/)
      expect(await findViolations(widget.runtime.root.host)).toEqual([])
    },
  )

  it('leaves out what is empty, and asks this device nothing where it may not', async () => {
    const widget = startWidget({ memory: false })
    offerPopular(widget)
    widget.panel.open()
    const find = inWidget(widget)
    await find.findByRole('region', { name: 'Les plus lus' })
    expect(find.getAllByRole('region').map((region: HTMLElement) => region.ariaLabel)).toEqual([null, 'Les plus lus'])
  })

  it('brings the guide back into view, and closes the panel for it', async () => {
    const widget = startWidget()
    let resumed = 0
    widget.run.flow = { id: 'f', title: 'Imprimante', position: 'Étape 2 sur 5', resume: () => void resumed++ }
    widget.panel.open()
    await userEvent.click(await inWidget(widget).findByRole('button', { name: /^Reprendre le guide/ }))
    expect(resumed).toBe(1)
    expect(widget.panel.isOpen).toBe(false)
  })

  it('goes on with an article where it was left', async () => {
    await page.viewport(360, 440)
    const widget = startWidget()
    const find = inWidget(widget)
    const [sample] = articles('fr')
    // Pictures that fail take less room.
    const body = sample?.body.filter(({ type }) => type !== 'image')
    widget.answers['/v1/articles/imprimante'] = () => ({ ...sample, body })
    const memory = await widget.runtime.memory()
    memory?.setPlace({ id: 'imprimante', title: 'À moitié lu' }, 0.6)
    widget.panel.open()
    const begun = await find.findByRole('region', { name: 'Reprendre la lecture' })
    await userEvent.click(within(begun).getByRole('button', { name: 'À moitié lu' }))
    const title = await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })
    const read = title.parentElement?.getBoundingClientRect() ?? new DOMRect()
    const view = title.closest('.view')?.getBoundingClientRect() ?? new DOMRect()
    expect(title).not.toBeInViewport()
    expect((view.bottom - read.top) / read.height).toBeCloseTo(0.6, 1)
  })

  it('says once what was written', async () => {
    const widget = startWidget()
    let told = [{ query: 'télécopie', articleId: 'fax', title: 'Envoyer une télécopie' }]
    remember(widget, { news: async () => told.splice(0) })
    widget.panel.open()
    const find = inWidget(widget)
    await find.findByRole('button', { name: 'Envoyer une télécopie' })
    told = []
    widget.panel.close()
    widget.panel.open()
    await waitFor(() => expect(find.queryByRole('button', { name: 'Envoyer une télécopie' })).toBeNull())
  })
})

describe('recent searches', () => {
  async function openWithQueries(): Promise<FakeWidget> {
    const widget = startWidget()
    let queries = ['imprimante', 'carte vitale']
    remember(widget, {
      recentQueries: async () => queries,
      forgetQueries: async () => {
        queries = []
      },
    })
    widget.panel.open()
    await inWidget(widget).findByRole('button', { name: 'Agrandir en panneau latéral' })
    return widget
  }

  it('stand under the box once the person turns to it, and are searched again with a click', async () => {
    const widget = await openWithQueries()
    const find = inWidget(widget)
    expect(find.queryByRole('region', { name: 'Recherches récentes' })).toBeNull()
    await userEvent.click(find.getByRole('searchbox'))
    await find.findByRole('region', { name: 'Recherches récentes' })
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    await userEvent.click(find.getByRole('button', { name: 'imprimante' }))
    expect(await find.findByText('3 résultats')).toBeVisible()
    expect(find.getByRole('searchbox')).toHaveValue('imprimante')
    expect(find.queryByRole('region', { name: 'Recherches récentes' })).toBeNull()
  })

  it('come with the arrow upwards, and go with Escape before the panel does', async () => {
    const widget = await openWithQueries()
    const find = inWidget(widget)
    await userEvent.keyboard('{ArrowUp}')
    await waitFor(() => expect(widget.runtime.root.activeElement).toHaveTextContent('imprimante'))
    await userEvent.keyboard('{ArrowDown}')
    expect(widget.runtime.root.activeElement).toHaveTextContent('carte vitale')
    await userEvent.keyboard('{Escape}')
    expect(find.queryByRole('region', { name: 'Recherches récentes' })).toBeNull()
    expect(widget.panel.isOpen).toBe(true)
    expect(widget.runtime.root.activeElement).toBe(find.getByRole('searchbox'))
    await userEvent.keyboard('{Escape}')
    expect(widget.panel.isOpen).toBe(false)
  })

  it('can be forgotten', async () => {
    const widget = await openWithQueries()
    const find = inWidget(widget)
    await userEvent.click(find.getByRole('searchbox'))
    await userEvent.click(await find.findByRole('button', { name: 'Effacer l’historique' }))
    expect(find.queryByRole('region', { name: 'Recherches récentes' })).toBeNull()
    expect(await (await widget.runtime.memory())?.recentQueries()).toEqual([])
  })
})

describe('ways through the panel', () => {
  it('goes forward again by button and by key, and leaves the history of the page alone', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    const before = history.length
    widget.panel.article('imprimante', 'api')
    const title = { name: 'Mon ordonnance ne s’imprime pas' }
    await find.findByRole('heading', title)
    await find.findByRole('button', { name: 'Agrandir en panneau latéral' })
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(find.getByRole('region', { name: 'Articles suggérés pour cette page' })).toBeVisible()
    await userEvent.click(find.getByRole('button', { name: 'Suivant' }))
    expect(await find.findByRole('heading', title)).toBeVisible()
    expect(find.queryByRole('button', { name: 'Suivant' })).toBeNull()
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}{Alt>}{ArrowRight}{/Alt}')
    expect(await find.findByRole('heading', title)).toBeVisible()
    expect(history.length).toBe(before)
  })

  it('moves between page and panel with F6', async () => {
    const field = addField()
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.open()
    await find.findByRole('button', { name: 'Agrandir en panneau latéral' })
    field.focus()
    await userEvent.keyboard('{F6}')
    expect(widget.runtime.root.activeElement).toBe(find.getByRole('searchbox'))
    await userEvent.keyboard('{F6}')
    expect(document.activeElement).toBe(field)
  })
})

describe('the side panel', () => {
  it('is as high as the window, is remembered on the device, and forgotten at log out', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.open()
    await userEvent.click(await find.findByRole('button', { name: 'Agrandir en panneau latéral' }))
    const dialog = find.getByRole('dialog', { name: 'Aide' })
    await waitFor(() =>
      expect(dialog.getBoundingClientRect().toJSON()).toMatchObject({ top: 0, height: 800, right: 1280 }),
    )
    expect(localStorage.getItem('fanal:pk_cabinet:side')).toBe('1')
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    widget.emit('reset')
    expect(localStorage.getItem('fanal:pk_cabinet:side')).toBeNull()
  })

  it('keeps nothing where nothing may be kept', async () => {
    const widget = startWidget()
    widget.runtime.mayStore = () => false
    widget.panel.open()
    const find = inWidget(widget)
    await userEvent.click(await find.findByRole('button', { name: 'Agrandir en panneau latéral' }))
    expect(find.getByRole('button', { name: 'Réduire' })).toBeVisible()
    expect(localStorage.getItem('fanal:pk_cabinet:side')).toBeNull()
  })
})

describe('on a phone', () => {
  beforeEach(() => page.viewport(360, 740))

  it('is modal, covers the screen, and keeps the focus', async () => {
    const field = addField()
    const widget = startWidget()
    widget.panel.open()
    const find = inWidget(widget)
    const dialog = find.getByRole('dialog', { name: 'Aide' })
    await find.findByText(/feuille de soins/)
    expect(dialog.matches(':modal')).toBe(true)
    expect(dialog).toHaveAttribute('aria-modal', 'true')
    for (const animation of dialog.getAnimations()) animation.finish()
    expect(dialog.getBoundingClientRect().toJSON()).toMatchObject({ x: 0, y: 0, width: 360, height: 740 })
    field.focus()
    expect(document.activeElement).toBe(widget.runtime.root.host)
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(dialog.matches(':modal')).toBe(false)
  })

  it('becomes what the window is when it is turned or resized, with view, place and focus', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.article('imprimante', 'api')
    await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })
    const dialog = find.getByRole('dialog', { name: 'Aide' })
    await waitFor(() => expect(dialog.querySelector('.side')).not.toBeNull())
    const link = find.getByRole('button', { name: 'la carte Vitale n’est pas lue' })
    link.focus()
    const view = widget.runtime.root.querySelector('.view') ?? document.body
    const scrolled = new Promise((done) => view.addEventListener('scroll', done, { once: true }))
    view.scrollTo(0, 200)
    await scrolled
    await page.viewport(1280, 800)
    await waitFor(() => expect(dialog.matches(':modal')).toBe(false))
    expect(dialog).not.toHaveAttribute('aria-modal')
    expect(dialog.matches(':popover-open')).toBe(true)
    // The browser keeps the lines in sight, not the number.
    expect(view.scrollTop).toBeGreaterThan(100)
    expect(widget.runtime.root.activeElement).toBe(link)
    await page.viewport(360, 740)
    await waitFor(() => expect(dialog.matches(':modal')).toBe(true))
    expect(widget.panel.isOpen).toBe(true)
    expect(widget.runtime.root.activeElement).toBe(link)
  })
})

it('keeps its place when the widget moves into a dialog of the page and back', async () => {
  const widget = startWidget()
  const find = inWidget(widget)
  const { host } = widget.runtime.root as ShadowRoot & { host: HTMLElement }
  host.popover = 'manual'
  host.showPopover()
  widget.panel.article('imprimante', 'api')
  await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })
  const dialog = find.getByRole('dialog', { name: 'Aide' })
  await waitFor(() => expect(dialog.querySelector('.side')).not.toBeNull())
  const view = widget.runtime.root.querySelector('.view') ?? document.body
  const scrolled = new Promise((done) => view.addEventListener('scroll', done, { once: true }))
  view.scrollTo(0, 220)
  await scrolled
  const ours = document.createElement('dialog')
  const save = document.createElement('button')
  save.textContent = 'Enregistrer'
  ours.append(save)
  document.body.append(ours)
  onTestFinished(() => ours.remove())
  ours.showModal()
  // As boot does when a dialog of the page opens.
  ours.append(host)
  host.showPopover()
  await Promise.resolve()
  expect(dialog.matches(':popover-open')).toBe(true)
  expect(view.scrollTop).toBe(220)
  expect(document.activeElement).toBe(save)
  document.documentElement.append(host)
  host.showPopover()
  await Promise.resolve()
  expect(view.scrollTop).toBe(220)
})
