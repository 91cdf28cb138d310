/** The offer with the whole widget around it: every way an error can show, and what must never be read, kept or told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createHelp } from '../../index.ts'
import { config, type FakeServer, startFakeServer } from '../../testing/fake-server.ts'
import type { Help, InitOptions } from '../../types.ts'
import { findViolations } from '../../ui/testing/check-accessibility.ts'

const errors = { 'B2-043': 'rejet', 'IMP-02': 'imprimante', 'Le serveur ne répond pas': 'serveur' }

let server: FakeServer
let help: Help

async function start(options: Partial<InitOptions> = {}): Promise<void> {
  help = createHelp({ key: server.key, host: server.host, locale: 'fr', ...options })
  await new Promise<void>((resolve) => help.once('ready', () => resolve()))
}

/** Puts an element into the page, as the host's code does. */
function put(tag: string, attributes: Record<string, string>, text = '', into: Element = document.body): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.textContent = text
  into.append(element)
  return element
}

const showAlert = (text: string) => put('div', { role: 'alert' }, text)
const offer = (error: string) => page.getByRole('button', { name: `Aide pour cette erreur : ${error}` })
const anyOffer = () => page.getByRole('button', { name: /Aide pour cette erreur/ })
/** Where it stands when it has come to rest. */
function boxOfOffer(): DOMRect | undefined {
  const chip = offer('B2-043').element().closest('.offer')
  for (const animation of chip?.getAnimations() ?? []) animation.finish()
  return chip?.getBoundingClientRect()
}
const dismiss = () => page.getByRole('button', { name: 'Ignorer l’aide pour cette erreur' })
const dialog = () => page.getByRole('dialog', { name: 'Aide' })
/** What this widget has on the device. */
const kept = () => [localStorage, sessionStorage].flatMap(Object.keys).filter((name) => name.includes(server.key))
/** An error that is known shows that everything before it has been looked at. */
async function settled(): Promise<void> {
  const probe = showAlert('IMP-02')
  await expect.element(offer('IMP-02')).toBeVisible()
  probe.remove()
  await expect.element(offer('IMP-02')).not.toBeInTheDocument()
}

beforeEach(() => {
  history.replaceState(null, '', '/facturation')
  server = startFakeServer({ ...config, errors })
})
afterEach(() => {
  help?.destroy()
  server.close()
  sessionStorage.clear()
  document.body.replaceChildren()
})

describe('help is offered for an error', () => {
  it('that the host tells', async () => {
    await start()
    help.error('b2 043')
    await expect.element(offer('B2-043')).toBeVisible()
    await expect.element(page.getByRole('status')).toMatchTextContent(/Aide pour cette erreur/)
    expect(dialog().query()).toBeNull()
  })

  it('told before the settings arrived', async () => {
    help = createHelp({ key: server.key, host: server.host, locale: 'fr' })
    help.error('Rejet B2-043 : NIR inconnu')
    await expect.element(offer('B2-043')).toBeVisible()
  })

  it('in an alert that appears, changes, or is uncovered', async () => {
    const empty = showAlert('')
    const covered = put('div', { role: 'alert', hidden: '' }, 'Erreur IMP-02')
    await start()
    help.error('autre')
    empty.textContent = 'Feuille rejetée (B2-043).'
    await expect.element(offer('B2-043')).toBeVisible()
    empty.textContent = ''
    await expect.element(anyOffer()).not.toBeInTheDocument()
    covered.hidden = false
    await expect.element(offer('IMP-02')).toBeVisible()
  })

  it('in an assertive live region, by its message', async () => {
    await start()
    help.error('autre')
    put('p', { 'aria-live': 'assertive' }, 'Échec : le serveur ne repond pas.')
    await expect.element(offer('Le serveur ne répond pas')).toBeVisible()
  })

  it('that a refused field describes', async () => {
    const field = put('input', { 'aria-errormessage': 'faute' })
    put('p', { id: 'faute' }, 'Code B2-043 refusé')
    await start()
    help.error('autre')
    await settled()
    field.setAttribute('aria-invalid', 'true')
    await expect.element(offer('B2-043')).toBeVisible()
  })

  it('that came up while the panel was open, once it is closed', async () => {
    await start()
    help.open()
    await expect.element(dialog()).toBeVisible()
    showAlert('B2-043')
    help.error('autre')
    help.close()
    await expect.element(offer('B2-043')).toBeVisible()
  })
})

describe('the offer', () => {
  it('leads to the article, as an opening by an error, and leaves the focus alone until then', async () => {
    await start()
    const field = put('input', { 'aria-label': 'Nom' })
    field.focus()
    const opened = vi.fn()
    help.on('panel_opened', opened)
    help.error('B2-043')
    await expect.element(offer('B2-043')).toBeVisible()
    expect(document.activeElement).toBe(field)
    await userEvent.click(offer('B2-043'))
    await expect.element(dialog()).toBeVisible()
    expect(opened).toHaveBeenCalledWith({ by: 'error' })
    await vi.waitFor(() => expect(server.requests).toContain('GET /v1/articles/rejet'))
    expect(anyOffer().query()).toBeNull()
  })

  it('is reached and waved away with the keyboard, and is not made again', async () => {
    await start()
    help.error('B2-043')
    await expect.element(offer('B2-043')).toBeVisible()
    offer('B2-043').element().focus()
    await userEvent.keyboard('{Tab}{Enter}')
    expect(anyOffer().query()).toBeNull()
    expect(page.getByRole('button', { name: 'Aide', exact: true }).element().matches(':focus')).toBe(true)
    help.error('IMP-02')
    await expect.element(offer('IMP-02')).toBeVisible()
    offer('IMP-02').element().focus()
    await userEvent.keyboard('{Escape}')
    expect(anyOffer().query()).toBeNull()
    help.context({ errors: [] })
    help.error('B2-043')
    help.error('IMP-02')
    showAlert('B2-043')
    help.error('Le serveur ne répond pas')
    await expect.element(anyOffer()).toMatchTextContent(/Le serveur ne répond pas/)
  })

  it('goes with the error, and with the page', async () => {
    await start()
    const alert = showAlert('B2-043')
    help.error('autre')
    await expect.element(offer('B2-043')).toBeVisible()
    alert.remove()
    await expect.element(anyOffer()).not.toBeInTheDocument()
    help.error('IMP-02')
    await expect.element(offer('IMP-02')).toBeVisible()
    help.page({ path: '/agenda' })
    await expect.element(anyOffer()).not.toBeInTheDocument()
  })

  it('stays when the page draws its alert anew', async () => {
    await start()
    const seen = vi.fn()
    help.on('error_seen', ({ code }) => seen(code))
    help.error('IMP-02')
    await userEvent.click(dismiss())
    help.context({ errors: [] })
    const alert = showAlert('B2-043')
    await expect.element(offer('B2-043')).toBeVisible()
    const shown = offer('B2-043').element()
    alert.replaceWith(alert.cloneNode(true))
    showAlert('IMP-02')
    await vi.waitFor(() => expect(seen.mock.calls.flat()).toEqual(['IMP-02', 'B2-043', 'IMP-02']))
    expect(shown.isConnected).toBe(true)
  })

  it('is not made for what the panel has just shown', async () => {
    server.suggestions = [{ id: 'rejet', title: 'Rejet', summary: null, category: null, why: 'error:B2-043' }]
    await start()
    // The offer is there to hear what the panel shows.
    help.error('Le serveur ne répond pas')
    await userEvent.click(dismiss())
    const shown = vi.fn()
    help.on('suggestions_shown', shown)
    help.open()
    await vi.waitFor(() => expect(shown).toHaveBeenCalled())
    showAlert('B2-043')
    help.close()
    await settled()
    expect(anyOffer().query()).toBeNull()
  })

  it.each(['bottom-right', 'bottom-left'] as const)('stands beside the launcher, %s', async (position) => {
    await start({ launcher: { position } })
    help.error('B2-043')
    await expect.element(offer('B2-043')).toBeVisible()
    const chip = boxOfOffer()
    const launcher = page.getByRole('button', { name: 'Aide', exact: true }).element().getBoundingClientRect()
    expect(chip?.bottom).toBeCloseTo(launcher.bottom, 0)
    if (position === 'bottom-right') expect(chip?.right).toBeCloseTo(launcher.left - 10, 0)
    else expect(chip?.left).toBeCloseTo(launcher.right + 10, 0)
  })

  it('stands in the corner where there is no launcher of ours', async () => {
    await start({ launcher: put('button', {}, 'Besoin d’aide ?') })
    help.error('B2-043')
    await expect.element(offer('B2-043')).toBeVisible()
    const chip = boxOfOffer()
    expect(chip?.right).toBeCloseTo(document.documentElement.clientWidth - 20, 0)
    expect(chip?.bottom).toBeCloseTo(innerHeight - 20, 0)
  })

  it('has nothing for axe to find', async () => {
    await start()
    help.error('Le serveur ne répond pas')
    await expect.element(anyOffer()).toBeVisible()
    expect(await findViolations(document.querySelector('fanal-help') as Element)).toEqual([])
  })
})

describe('privacy', () => {
  it('reads nothing in private areas, nothing typed, nothing hidden', async () => {
    await start()
    help.error('autre')
    const area = put('section', { 'data-fanal-private': '' })
    put('div', { role: 'alert' }, 'B2-043', area)
    const alert = showAlert('Attention : ')
    put('span', { 'data-fanal-private': '' }, 'B2-043', alert)
    put('textarea', {}, 'B2-043', alert)
    put('div', { role: 'alert', style: 'display: none' }, 'B2-043')
    await settled()
    expect((await help.info()).errors).toEqual(['autre'])
  })

  it('tells the code that an article names and nothing else of the page', async () => {
    await start()
    help.error('autre')
    showAlert('Madame Durand, feuille rejetée (b2_043)')
    await expect.element(offer('B2-043')).toBeVisible()
    expect((await help.info()).errors).toEqual(['autre', 'B2-043'])
    expect(server.signals).toEqual([])
    expect(kept()).toEqual([])
    help.open()
    await vi.waitFor(() => expect(server.signals.length).toBeGreaterThan(0), { timeout: 10_000 })
    const seen = server.signals.filter(({ name }) => name === 'error_seen')
    expect(seen.map(({ props }) => props)).toEqual([{ code: 'autre' }, { code: 'B2-043' }])
    expect(server.requests).toContain('GET /v1/suggestions?page=%2Ffacturation&errors=autre%2CB2-043&locale=fr&limit=3')
  })

  it('tells an error once that the host tells and the page shows', async () => {
    await start()
    const seen = vi.fn()
    help.on('error_seen', seen)
    help.error('B2-043')
    showAlert('B2-043')
    await expect.element(offer('B2-043')).toBeVisible()
    await settled()
    expect(seen.mock.calls).toEqual([[{ code: 'B2-043' }], [{ code: 'IMP-02' }]])
  })

  it('keeps what was waved away with the tab, so that a reload does not ask again', async () => {
    await start()
    help.error('B2-043')
    await userEvent.click(dismiss())
    help.destroy()
    await start()
    help.error('B2-043')
    await settled()
    expect(anyOffer().query()).toBeNull()
  })

  it('keeps nothing where nothing may be stored, and still offers once', async () => {
    await start({ storage: false })
    help.error('B2-043')
    await userEvent.click(dismiss())
    expect(kept()).toEqual([])
    help.context({ errors: [] })
    help.error('B2-043')
    await settled()
    expect(anyOffer().query()).toBeNull()
  })

  it('forgets at log out what was offered', async () => {
    await start()
    help.error('B2-043')
    await userEvent.click(dismiss())
    help.reset()
    expect(kept()).toEqual([])
    help.error('B2-043')
    await expect.element(offer('B2-043')).toBeVisible()
  })
})

describe('a code that the settings had no room for', () => {
  it('is asked about once the visitor has used Fanal, by the code alone', async () => {
    server.suggestions = [{ id: 'lot', title: 'Lot', summary: null, category: null, why: 'error:LOT-7' }]
    await start()
    help.open('search')
    await vi.waitFor(() => expect(server.signals.length).toBeGreaterThan(0), { timeout: 10_000 })
    help.close()
    help.error('Lot 7 refusé pour Madame Durand')
    help.error('LOT-7')
    await expect.element(offer('LOT-7')).toBeVisible()
    expect(server.requests.filter((request) => request.includes('Durand'))).toEqual([])
  })

  it('is asked about by nobody before', async () => {
    await start()
    help.error('LOT-7')
    await settled()
    expect(server.requests).toEqual(['GET /v1/config'])
  })
})

it('destroy leaves nothing', async () => {
  await start()
  help.error('B2-043')
  await expect.element(offer('B2-043')).toBeVisible()
  help.destroy()
  showAlert('IMP-02')
  expect(document.querySelector('fanal-help')).toBeNull()
})
