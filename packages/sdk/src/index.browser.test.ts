import { createStore, entries } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createHelp } from './index.ts'
import { config, type FakeServer, startFakeServer } from './testing/fake-server.ts'
import { watchPage } from './testing/watch-page.ts'
import type { Help, InitOptions } from './types.ts'

let server: FakeServer
let help: Help
const start = (options: Partial<InitOptions> = {}) => {
  help = createHelp({ key: server.key, host: server.host, locale: 'fr', ...options })
  return help
}
const launcher = (name = 'Aide') => page.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('dialog', { name: 'Aide' })
const element = () => document.querySelector('fanal-help')
const launcherStyle = () => {
  const button = element()?.shadowRoot?.querySelector('button')
  if (!button) throw new Error('there is no launcher')
  return { box: button.getBoundingClientRect(), style: getComputedStyle(button) }
}

/** What this widget keeps in web storage; files that test beside this one keep theirs. */
const kept = () =>
  Object.fromEntries(
    Object.entries({ ...localStorage, ...sessionStorage }).filter(([name]) => name.startsWith(`fanal:${server.key}`)),
  )

beforeEach(() => {
  history.replaceState(null, '', '/facturation')
  server = startFakeServer()
})
afterEach(() => {
  help?.destroy()
  server.close()
  document.body.replaceChildren()
})

describe('the launcher', () => {
  it('is a button named in the language of the visitor', async () => {
    start()
    await expect.element(launcher()).toBeVisible()
    help.destroy()
    start({ locale: 'en-GB' })
    await expect.element(launcher('Help')).toBeVisible()
  })

  it('takes label, side and colour from the settings, and the host before them', async () => {
    server.settings = { ...config, widget: { label: 'Assistance', position: 'bottom-left', accent: '#ffd400' } }
    start()
    await expect.element(launcher('Assistance')).toBeVisible()
    const { box, style } = launcherStyle()
    expect(box.left).toBe(20)
    expect(box.height).toBeGreaterThanOrEqual(44)
    expect(style.backgroundColor).toBe('rgb(255, 212, 0)')
    help.destroy()
    start({ launcher: { label: 'SOS' } })
    await expect.element(launcher('SOS')).toBeVisible()
  })

  it('stands where it should whatever the page does to every element', async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '*{font-size:70px!important;transform:rotate(40deg)!important;padding:9px!important}html{direction:rtl;font-size:62.5%}fanal-help{display:none!important;visibility:hidden!important}',
    )
    document.adoptedStyleSheets = [sheet]
    start()
    await vi.waitFor(() => launcherStyle())
    const { box, style } = launcherStyle()
    document.adoptedStyleSheets = []
    expect(style.fontSize).toBe('16px')
    expect(style.direction).toBe('ltr')
    expect(box.height).toBe(48)
    expect(window.innerWidth - box.right).toBe(20)
  })

  it('leaves opening to the host when told so', async () => {
    start({ launcher: 'none' })
    help.open()
    await expect.element(dialog()).toBeVisible()
    expect(launcher().query()).toBeNull()
  })

  it('shows although the settings cannot be had', async () => {
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    start()
    await expect.element(launcher()).toBeVisible()
  })

  it('does not show for a key the server does not know, and says what to do', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const message = 'Key "pk_test" belongs to no project here. Check the key in fanal.yaml.'
    window.fetch = async () => Response.json({ error: { code: 'KEY_UNKNOWN', message } }, { status: 401 })
    start()
    await vi.waitFor(() => expect(warn).toHaveBeenCalledWith('fanal:', message))
    expect(launcher().query()).toBeNull()
    warn.mockRestore()
  })
})

describe('before the first use', () => {
  it('asks for the settings and neither sends nor stores anything else', async () => {
    start()
    help.context({ feature: 'lot', topics: ['facturation'] })
    help.page({ path: '/facturation/lots/12', title: 'Lot 12' })
    help.milestone('first-teletransmission')
    help.error('B2-043')
    await expect.element(launcher()).toBeVisible()
    const info = await help.info()
    expect(info).toMatchObject({ page: '/facturation/lots/:id', topics: ['facturation'], errors: ['B2-043'] })
    expect(server.requests).toEqual(['GET /v1/config'])
    expect(kept()).toEqual({})
  })

  it('keeps what happened, with its time and its page, for the first use', async () => {
    start()
    help.milestone('first-teletransmission')
    const before = Date.now()
    history.pushState(null, '', '/agenda')
    await userEvent.click(launcher())
    await vi.waitFor(() => expect(server.signals.map(({ name }) => name)).toContain('panel_opened'), { timeout: 6000 })
    const [milestone, opened] = server.signals
    expect(milestone).toMatchObject({
      name: 'milestone_reached',
      page: { key: '/facturation' },
      props: { name: 'first-teletransmission' },
    })
    expect(milestone?.at).toBeLessThanOrEqual(before)
    expect(opened).toMatchObject({ name: 'panel_opened', page: { key: '/agenda' }, props: { by: 'launcher' } })
    expect(opened?.sessionId).toBe(milestone?.sessionId)
    expect(opened?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('takes the argument as it was when the call was made', async () => {
    start()
    const context = { topics: ['facturation'] }
    help.context(context)
    context.topics = ['agenda']
    expect((await help.info()).topics).toEqual(['facturation'])
  })
})

describe('the page around', () => {
  it('changes the context with the route, and tells the panel', async () => {
    start()
    help.open()
    await vi.waitFor(() =>
      expect(server.requests).toContain('GET /v1/suggestions?page=%2Ffacturation&locale=fr&limit=3'),
    )
    history.pushState(null, '', '/patients/8841?nom=Durand#haut')
    await vi.waitFor(() =>
      expect(server.requests).toContain('GET /v1/suggestions?page=%2Fpatients%2F%3Aid&locale=fr&limit=3'),
    )
  })

  it('reads the route of a hash router', async () => {
    history.replaceState(null, '', '/app/#/patients/8841')
    start()
    expect((await help.info()).page).toBe('/patients/:id')
  })

  it('forgets what the host said of a page when the page changes', async () => {
    start()
    help.page({ path: '/lots/9', title: 'Lot' })
    help.error('B2-043')
    expect(await help.info()).toMatchObject({ page: '/lots/:id', errors: ['B2-043'] })
    history.pushState(null, '', '/agenda')
    expect(await help.info()).toMatchObject({ page: '/agenda', errors: [] })
  })

  it('takes the topic around the last action, else that of the only area', async () => {
    document.body.append(area('facturation', 'Enregistrer'))
    start()
    expect((await help.info()).topics).toEqual(['facturation'])
    document.body.append(area('ordonnances', 'Imprimer'))
    await userEvent.click(page.getByRole('button', { name: 'Imprimer' }))
    expect((await help.info()).topics).toEqual(['ordonnances'])
    await userEvent.click(launcher())
    await expect.element(dialog()).toBeVisible()
    expect((await help.info()).topics).toEqual(['ordonnances'])
  })

  it('opens from marked elements, and keeps a marked link from navigating', async () => {
    const link = document.createElement('a')
    link.href = '/elsewhere'
    link.dataset.fanalOpen = ''
    link.textContent = 'Besoin d’aide ?'
    document.body.append(link)
    start()
    await expect.element(launcher()).toBeVisible()
    await userEvent.click(page.getByRole('link', { name: 'Besoin d’aide ?' }))
    await expect.element(dialog()).toBeVisible()
    expect(location.pathname).toBe('/facturation')
    await vi.waitFor(() => expect(server.signals[0]).toMatchObject({ name: 'panel_opened', props: { by: 'link' } }), {
      timeout: 6000,
    })
  })
})

describe('one widget for a page', () => {
  it('gives the running one for the same key and says so for another', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    start()
    createHelp({ key: server.key, host: server.host })
    expect(document.querySelectorAll('fanal-help')).toHaveLength(1)
    expect(error).not.toHaveBeenCalled()
    createHelp({ key: 'pk_other', host: server.host })
    expect(document.querySelectorAll('fanal-help')).toHaveLength(1)
    expect(String(error.mock.calls[0]?.[1])).toContain(`already started with ${server.key}`)
    error.mockRestore()
  })

  it('survives init, destroy and init in one tick', async () => {
    start()
    help.destroy()
    start()
    await expect.element(launcher()).toBeVisible()
    expect(document.querySelectorAll('fanal-help')).toHaveLength(1)
  })

  it('leaves no node, no listener and no place of its own behind', async () => {
    const traces = watchPage()
    start()
    help.open()
    await expect.element(dialog()).toBeVisible()
    await vi.waitFor(() => expect(server.signals.length).toBeGreaterThan(0), { timeout: 6000 })
    expect(traces.left()).toContain('Window hears click')
    help.destroy()
    traces.stop()
    expect(traces.left()).toEqual([])
  })
})

describe('events', () => {
  it('tells ready, also to those who ask late', async () => {
    start()
    const early = new Promise((resolve) => help.on('ready', resolve))
    expect(await early).toMatchObject({ key: server.key, state: 'closed' })
    const late = new Promise((resolve) => help.on('ready', resolve))
    expect(await late).toMatchObject({ key: server.key })
  })

  it('stops after undo, off, and the first time of once', async () => {
    start()
    const heard: string[] = []
    const listener = (name: string) => () => heard.push(name)
    const undone = help.on('milestone_reached', listener('undone'))
    const off = listener('off')
    help.on('milestone_reached', off)
    help.once('milestone_reached', listener('once'))
    help.on('milestone_reached', listener('on'))
    undone()
    help.off('milestone_reached', off)
    help.milestone('a')
    help.milestone('b')
    await help.info()
    expect(heard).toEqual(['once', 'on', 'on'])
  })

  it('turns a fault of a listener into an error event, and goes on', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    start()
    const problems: string[] = []
    help.on('error', ({ message }) => problems.push(message))
    help.on('milestone_reached', () => {
      throw new Error('of the host')
    })
    help.milestone('a')
    await help.info()
    expect(problems).toEqual(['of the host'])
    warn.mockRestore()
  })
})

describe('consent', () => {
  it('denied: helps without sending or storing', async () => {
    start({ consent: 'denied' })
    help.open()
    await expect.element(dialog()).toBeVisible()
    help.milestone('a')
    expect((await help.info()).consent).toBe('denied')
    expect(server.requests.filter((request) => request.startsWith('POST'))).toEqual([])
    expect(kept()).toEqual({})
  })

  it('taken back: drops what waits', async () => {
    start()
    help.open()
    await expect.element(dialog()).toBeVisible()
    await vi.waitFor(() => expect(Object.keys(kept())).toContain(`fanal:${server.key}:session`), { timeout: 5000 })
    help.consent('denied')
    await vi.waitFor(() => expect(kept()).toEqual({}))
    expect(server.signals).toEqual([])
  })
})

function area(topic: string, button: string): HTMLElement {
  const form = document.createElement('section')
  form.dataset.fanalTopic = topic
  form.append(Object.assign(document.createElement('button'), { textContent: button }))
  return form
}

describe('hotkeys of the page', () => {
  it('work while the launcher has the focus, as if pressed on the body; what presses the launcher is no hotkey', async () => {
    const heard: string[] = []
    const listen = ({ key, ctrlKey, target }: KeyboardEvent) =>
      heard.push(`${ctrlKey ? 'Ctrl+' : ''}${key} on ${(target as Element).localName}`)
    document.addEventListener('keydown', listen)
    start()
    await expect.element(launcher()).toBeVisible()
    await userEvent.click(launcher())
    await expect.element(dialog()).toBeVisible()
    await userEvent.keyboard('k{Escape}')
    await vi.waitFor(() => expect(element()?.shadowRoot?.activeElement?.localName).toBe('button'))
    await expect.element(dialog()).not.toBeInTheDocument()
    await userEvent.keyboard('k{Control>}f{/Control}{Enter}')
    document.removeEventListener('keydown', listen)
    await expect.element(dialog()).toBeVisible()
    expect(heard).toEqual(['k on body', 'Ctrl+Control on body', 'Ctrl+f on body'])
  })
})

describe('what the device keeps of a person', () => {
  const onDevice = async () => entries(createStore(`fanal:${server.key}:memory`, 'kept'))

  it.each([
    ['log-out', () => help.reset()],
    ['consent taken back', () => help.consent('denied')],
  ])('goes with a %s, on a page where nobody opens the help', async (_, leave) => {
    start()
    help.open()
    await expect.element(dialog()).toBeVisible()
    await vi.waitFor(async () => expect((await onDevice()).map(([path]) => path)).toContain('ledger'), 8000)
    help.destroy()
    start()
    await expect.element(launcher()).toBeVisible()
    leave()
    await vi.waitFor(async () => expect(await onDevice()).toEqual([]), 8000)
  })

  const flow = `{"progress":{"flowId":"imprimante"},"savedAt":${Date.now()}}`

  it('goes with a log-out, all of it but signals that wait: those leave in their own name', async () => {
    server.answers.push('offline', 'offline', 'offline')
    start()
    help.open()
    await expect.element(dialog()).toBeVisible()
    await vi.waitFor(() => expect(Object.keys(kept())).toContain(`fanal:${server.key}:session`), 8000)
    await vi.waitFor(async () => expect((await onDevice()).map(([path]) => path)).toContain('ledger'), 8000)
    help.destroy()
    for (const name of ['offered', 'flow', 'side']) localStorage.setItem(`fanal:${server.key}:${name}`, '[]')
    sessionStorage.setItem(`fanal:${server.key}:flow`, flow)
    sessionStorage.setItem(`fanal:${server.key}:errors`, '["B2-043"]')
    localStorage.setItem(`fanal:${server.key}`, 'outbox flow')
    start()
    await expect.element(launcher()).toBeVisible()
    help.reset()
    await vi.waitFor(async () => expect(await onDevice()).toEqual([]), 8000)
    await vi.waitFor(() => expect(Object.keys(kept()).filter((name) => name !== `fanal:${server.key}`)).toEqual([]))
    expect(Object.values(kept()).filter((value) => value !== 'outbox')).toEqual([])
  })
})
