/** Starting, ending and starting again, in every order that frameworks, bundlers and tags bring about; each end leaves the page as it was. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createHelp } from '../index.ts'
import { type FakeServer, startFakeServer } from '../testing/fake-server.ts'
import { type Traces, watchPage } from '../testing/watch-page.ts'
import type { Help, InitOptions } from '../types.ts'
import { type FanalGlobal, takeOver } from './take-over.ts'

let server: FakeServer
let traces: Traces
let spoken: ReturnType<typeof silence>[]
const silence = (level: 'error' | 'warn' | 'info' | 'log') =>
  vi.spyOn(console, level).mockImplementation(() => undefined)
const win = window as { fanal?: FanalGlobal | undefined }
const options = (): InitOptions => ({ key: server.key, host: server.host, locale: 'fr' })
const launcher = () => page.getByRole('button', { name: 'Aide', exact: true })
const dialog = () => page.getByRole('dialog', { name: 'Aide' })
const widgets = () => document.querySelectorAll('fanal-help').length
const said = () => spoken.flatMap(({ mock }) => mock.calls.map((call) => call.map(String).join(' ')))

beforeEach(() => {
  server = startFakeServer()
  spoken = (['error', 'warn', 'info', 'log'] as const).map(silence)
  traces = watchPage()
})
afterEach(() => {
  traces.stop()
  for (const spy of spoken) spy.mockRestore()
  server.close()
  document.body.replaceChildren()
})

/** Opens, closes, and ends: it was a whole widget, and one. */
async function useAndEnd(help: Pick<Help, 'destroy'>): Promise<void> {
  await userEvent.click(launcher())
  await expect.element(dialog()).toBeVisible()
  expect(widgets()).toBe(1)
  expect(traces.left()).toEqual(
    expect.arrayContaining(['<fanal-help>', 'Window hears click', 'document[Symbol(fanal)]']),
  )
  help.destroy()
  expect(traces.left()).toEqual([])
  expect(said()).toEqual([])
}

/** Another copy of the package, as hot reload and a second bundle bring it. */
async function loadAgain(name: string): Promise<typeof import('../index.ts')> {
  return import(/* @vite-ignore */ new URL(`../index.ts?${name}`, import.meta.url).href)
}

describe('with npm', () => {
  it('mounted, unmounted and mounted in one tick, as by StrictMode', async () => {
    createHelp(options()).destroy()
    await useAndEnd(createHelp(options()))
  })

  it('an effect that is undone twice ends its own widget only', async () => {
    const first = createHelp(options())
    first.destroy()
    const second = createHelp(options())
    first.destroy()
    createHelp(options())
    expect(widgets()).toBe(1)
    await useAndEnd(second)
  })

  it('evaluated again by hot reload: the running widget goes on, and either copy ends it', async () => {
    const before = createHelp(options())
    await expect.element(launcher()).toBeVisible()
    const again = await loadAgain('hot')
    const after = again.createHelp(options())
    after.open()
    await expect.element(dialog()).toBeVisible()
    after.destroy()
    before.destroy()
    expect(traces.left()).toEqual([])
    await useAndEnd(again.createHelp(options()))
  })

  it('evaluated again by hot reload that undoes first', async () => {
    createHelp(options()).destroy()
    const again = await loadAgain('undone')
    await useAndEnd(again.createHelp(options()))
  })
})

describe('two on a page', () => {
  it('with two keys: the second is one error on the console, and nothing else', async () => {
    const help = createHelp(options())
    await expect.element(launcher()).toBeVisible()
    const { left } = traces
    const during = left()
    const other = startFakeServer()
    createHelp({ key: other.key, host: other.host })
    expect(said()).toEqual([`fanal: Error: already started with ${server.key}`])
    expect(left()).toEqual(during)
    expect(other.requests).toEqual([])
    other.close()
    for (const spy of spoken) spy.mockClear()
    await useAndEnd(help)
  })

  it('in two versions: the first wins, the second is quiet and loads nothing', async () => {
    const load = () => import('./connect.ts')
    const loadOther = vi.fn(load)
    takeOver({ key: server.key, locale: 'fr' }, server.host, load)
    takeOver({ key: server.key, locale: 'fr' }, 'https://other.test', loadOther)
    await expect.element(launcher()).toBeVisible()
    expect(loadOther).not.toHaveBeenCalled()
    expect(server.requests).toEqual(['GET /v1/config'])
    await useAndEnd({ destroy: () => win.fanal?.('destroy') })
  })

  it('by tag and from npm: one widget, whose end is the same for both', async () => {
    takeOver({ key: server.key, locale: 'fr' }, server.host, () => import('./connect.ts'))
    await expect.element(launcher()).toBeVisible()
    await useAndEnd(createHelp(options()))
  })
})

describe('destroy', () => {
  const uses: [string, (help: Help) => void][] = [
    ['panel', (help) => help.open()],
    ['search', (help) => help.search('ordonnance')],
    ['article', (help) => help.article('imprimante')],
    ['article in a dialog', (help) => help.article('imprimante', { type: 'modal' })],
    ['form', (help) => help.contact()],
    ['flow', (help) => help.flow('imprimante')],
    ['signals', (help) => help.milestone('first')],
  ]
  /** The time a chunk takes, as often as one chunk asks for another. */
  const untilLoaded = async () => {
    for (const name of ['panel', 'search', 'article', 'modal', 'contact', 'flow', 'outbox', 'memory', 'more'])
      await import(/* @vite-ignore */ new URL(`../chunks/${name}/entry.ts`, import.meta.url).href)
    // A page in which nothing moves may not be called idle for minutes.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }))
  }

  it.each(uses)('while the %s loads, with the runtime on its way', async (_, use) => {
    const help = createHelp(options())
    use(help)
    help.destroy()
    await untilLoaded()
    expect(traces.left()).toEqual([])
    expect(said()).toEqual([])
  })

  it.each(uses)('while the %s loads, with the runtime there', async (_, use) => {
    const help = createHelp(options())
    await help.info()
    use(help)
    await Promise.resolve()
    help.destroy()
    await untilLoaded()
    expect(traces.left()).toEqual([])
    expect(said()).toEqual([])
  })

  it('while the panel is open with the focus inside', async () => {
    const help = createHelp(options())
    await userEvent.click(launcher())
    const box = page.getByRole('searchbox', { name: "Rechercher dans l'aide" })
    await vi.waitFor(() => expect(document.querySelector('fanal-help')?.shadowRoot?.activeElement).toBe(box.element()))
    help.destroy()
    expect(traces.left()).toEqual([])
    expect(document.activeElement).toBe(document.body)
    expect(said()).toEqual([])
  })

  it('in a modal dialog of the page, which stays open', async () => {
    const modal = document.body.appendChild(document.createElement('dialog'))
    modal.append(Object.assign(document.createElement('button'), { textContent: 'Fermer' }))
    const help = createHelp(options())
    modal.showModal()
    await vi.waitFor(() => expect(modal.lastElementChild?.localName).toBe('fanal-help'))
    await userEvent.click(launcher())
    await expect.element(dialog()).toBeVisible()
    help.destroy()
    expect(modal.innerHTML).toBe('<button>Fermer</button>')
    expect(modal.matches(':modal')).toBe(true)
    expect(traces.left()).toEqual([])
    expect(said()).toEqual([])
  })
})

describe('in a modal dialog of a shadow root of the page', () => {
  function openComponent(): { modal: HTMLDialogElement; button: HTMLButtonElement } {
    const component = document.body.appendChild(document.createElement('app-facture'))
    const root = component.attachShadow({ mode: 'open' })
    const button = Object.assign(document.createElement('button'), { textContent: 'Facturer' })
    const modal = document.createElement('dialog')
    modal.append(Object.assign(document.createElement('button'), { textContent: 'Fermer' }))
    button.onclick = () => modal.showModal()
    root.append(button, modal)
    return { modal, button }
  }

  it('goes in when it opens, and back when Escape closes it', async () => {
    const help = createHelp(options())
    await expect.element(launcher()).toBeVisible()
    const { modal } = openComponent()
    await userEvent.click(page.getByRole('button', { name: 'Facturer' }))
    await vi.waitFor(() => expect(modal.lastElementChild?.localName).toBe('fanal-help'))
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(document.documentElement.lastElementChild?.localName).toBe('fanal-help'))
    await useAndEnd(help)
  })

  it('takes no dialog of its own for one of the page', async () => {
    const help = createHelp(options())
    await expect.element(launcher()).toBeVisible()
    const { modal } = openComponent()
    await userEvent.click(page.getByRole('button', { name: 'Facturer' }))
    await vi.waitFor(() => expect(modal.lastElementChild?.localName).toBe('fanal-help'))
    help.article('imprimante', { type: 'modal' })
    const own = () => modal.lastElementChild?.shadowRoot?.querySelector('dialog.modal')
    await vi.waitFor(() => expect(own()?.matches(':modal')).toBe(true))
    await userEvent.keyboard('{Tab}{Tab}')
    await help.info()
    expect(modal.lastElementChild?.localName).toBe('fanal-help')
    expect(own()?.matches(':modal')).toBe(true)
    help.destroy()
    expect(modal.innerHTML).toBe('<button>Fermer</button>')
    expect(traces.left()).toEqual([])
    expect(said()).toEqual([])
  })
})
