/** Every verb with the forms of its arguments, and what is said about a wrong one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createHelp } from '../../index.ts'
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts'
import type { Help, InitOptions } from '../../types.ts'

let server: FakeServer
let help: Help
/** As a page without types calls it. */
let call: (...args: unknown[]) => unknown
let warn: ReturnType<typeof vi.spyOn>
const start = (options: Partial<InitOptions> = {}) => {
  help = createHelp({ key: server.key, host: server.host, locale: 'fr', ...options })
  call = (verb, ...args) => (help as unknown as Record<string, (...args: unknown[]) => unknown>)[`${verb}`]?.(...args)
  return help
}
const dialog = () => page.getByRole('dialog', { name: 'Aide' })
const box = () => page.getByRole('searchbox', { name: "Rechercher dans l'aide" })

beforeEach(() => {
  history.replaceState(null, '', '/facturation')
  server = startFakeServer()
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  help?.destroy()
  server.close()
  warn.mockRestore()
  document.body.replaceChildren()
})

describe('page and context', () => {
  it('take a path in every form people write it', async () => {
    start()
    help.page({ path: '/patients/8841', title: 'Dossier' })
    expect((await help.info()).page).toBe('/patients/:id')
    help.page({ path: 'https://app.example.com/lots/12?tri=date#bas' })
    expect((await help.info()).page).toBe('/lots/:id')
    call('page', '/ordonnances')
    expect((await help.info()).page).toBe('/ordonnances')
  })

  it('take one topic or error as well as a list', async () => {
    start()
    call('context', { topics: 'facturation', errors: 'B2-043' })
    expect(await help.info()).toMatchObject({ topics: ['facturation'], errors: ['B2-043'] })
  })

  it('take the topic of the area whose field was refused', async () => {
    for (const topic of ['facturation', 'ordonnances']) {
      const area = document.createElement('section')
      area.dataset.fanalTopic = topic
      area.append(document.createElement('input'))
      document.body.append(area)
    }
    document.querySelectorAll('input')[1]?.setAttribute('aria-invalid', 'true')
    start()
    expect((await help.info()).topics).toEqual(['ordonnances'])
  })

  it('take a reactive proxy, which cannot be copied', async () => {
    start()
    help.context(new Proxy({ topics: ['facturation'] }, {}))
    expect((await help.info()).topics).toEqual(['facturation'])
  })
})

describe('the panel', () => {
  it('opens from an event handler that hands over its event, and at search', async () => {
    start()
    const button = Object.assign(document.createElement('button'), { textContent: 'SOS' })
    button.addEventListener('click', (event) => call('open', event))
    document.body.append(button)
    await userEvent.click(button)
    await expect.element(dialog()).toBeVisible()
    help.close()
    help.open('search')
    await vi.waitFor(() =>
      expect(document.querySelector('fanal-help')?.shadowRoot?.activeElement).toBe(box().element()),
    )
    expect(warn).not.toHaveBeenCalled()
  })

  it('opens for a search with nothing to search yet', async () => {
    start()
    call('search')
    await expect.element(box()).toHaveValue('')
  })

  it('shows only suggestions that lead somewhere', async () => {
    start()
    help.suggest([
      { text: 'État du service', url: 'https://status.example.com/' },
      { text: 'Piège', url: 'javascript:alert(1)' },
      { text: 'Chez nous', url: '/nouveautes' },
    ])
    help.open()
    await expect.element(page.getByRole('link', { name: 'État du service' })).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Chez nous' })).toBeVisible()
    expect(page.getByRole('link', { name: 'Piège' }).query()).toBeNull()
  })

  it('takes an article in place of a list of suggestions', async () => {
    start()
    call('suggest', { text: 'État du service', url: '/etat' })
    help.open()
    await expect.element(page.getByRole('link', { name: 'État du service' })).toBeVisible()
  })
})

describe('an article in a modal dialog', () => {
  it('gives way to the panel, and closes with `close`', async () => {
    start()
    const modal = () => document.querySelector('fanal-help')?.shadowRoot?.querySelector('dialog.modal')
    help.article('imprimante', { type: 'modal' })
    await vi.waitFor(() => expect(modal()?.matches(':modal')).toBe(true))
    help.close()
    await vi.waitFor(() => expect(modal()).toBeNull())
    help.article('imprimante', { type: 'modal' })
    await vi.waitFor(() => expect(modal()?.matches(':modal')).toBe(true))
    help.open()
    await vi.waitFor(() => expect(modal()).toBeNull())
    await expect.element(dialog()).toBeVisible()
  })
})

describe('a wrong call', () => {
  it.each([
    [['page'], 'page: nothing given, it takes {path: "/patients/:id"} (docs/embed.md#verbs)'],
    [['page', {}], 'page: nothing given, it takes {path: "/patients/:id"} (docs/embed.md#verbs)'],
    [['context'], 'context: nothing given, it takes {topics: ["facturation"]} (docs/embed.md#verbs)'],
    [['identify'], 'identify: nothing given, it takes {token: "a JWT signed by your server"} (docs/embed.md#verbs)'],
    [['milestone'], 'milestone: nothing given, it takes a name (docs/embed.md#verbs)'],
    [['error', ''], 'error: "" given, it takes a code or a message (docs/embed.md#verbs)'],
    [['article'], 'article: nothing given, it takes the id of an article (docs/embed.md#verbs)'],
    [['flow'], 'flow: nothing given, it takes the id of a flow, or "stop" (docs/embed.md#verbs)'],
    [['consent', 'oui'], 'consent: "oui" given, it takes granted or denied (docs/embed.md#verbs)'],
    [['open', 'serach'], 'open: "serach" given, it takes home or search or contact (docs/embed.md#verbs)'],
  ])('%j is told with its mend, and spoils nothing', async (args, message) => {
    start()
    const problems: string[] = []
    help.on('error', (problem) => problems.push(problem.message))
    call(...args)
    expect((await help.info()).page).toBe('/facturation')
    await vi.waitFor(() => expect(problems).toEqual([message]))
    expect(warn).toHaveBeenCalledWith('fanal:', message)
    expect(server.signals).toEqual([])
  })
})

describe('a container', () => {
  it('holds the widget', async () => {
    const corner = document.body.appendChild(document.createElement('aside'))
    start({ container: corner })
    await help.info()
    expect(corner.firstElementChild?.localName).toBe('fanal-help')
    expect(warn).not.toHaveBeenCalled()
  })

  it.each([
    ['"#aide"', '#aide' as unknown as Element],
    ['null', document.querySelector('#missing') as Element],
  ])('that is %s is told with its mend; the widget stands at the root', async (given, container) => {
    start({ container })
    const problems: string[] = []
    help.on('error', (problem) => problems.push(problem.message))
    help.open()
    await expect.element(dialog()).toBeVisible()
    expect(document.documentElement.lastElementChild?.localName).toBe('fanal-help')
    const message = `init: ${given} given, it takes an element as container, such as document.querySelector("#help"); the widget stands on <html> instead (docs/embed.md#init)`
    await vi.waitFor(() => expect(problems).toEqual([message]))
    expect(warn).toHaveBeenCalledWith('fanal:', message)
  })
})

describe('what the host gave at init and fails', () => {
  it('a path filter: the page is "/", and everything else works', async () => {
    start({
      urlFilter() {
        throw new Error('of the host')
      },
    })
    const problems: string[] = []
    help.on('error', ({ message }) => problems.push(message))
    expect((await help.info()).page).toBe('/')
    help.open()
    await expect.element(dialog()).toBeVisible()
    expect(problems).toEqual(['of the host'])
  })
})
