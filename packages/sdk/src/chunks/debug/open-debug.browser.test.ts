/** The overlay with the whole widget around it, and what of the context leaves the page. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createHelp } from '../../index.ts'
import { config, type FakeServer, startFakeServer } from '../../testing/fake-server.ts'
import type { Help, InitOptions } from '../../types.ts'
import { findViolations } from '../../ui/testing/check-accessibility.ts'

let server: FakeServer
let help: Help

const start = (options: Partial<InitOptions> = {}) => {
  help = createHelp({ key: server.key, host: server.host, locale: 'fr', ...options })
}
const overlay = () => page.getByRole('region', { name: 'Fanal : ce que voit le widget' })
const panel = () => page.getByRole('dialog', { name: 'Aide' })

/** Name of what has the focus inside the widget. */
const focused = () => document.querySelector('fanal-help')?.shadowRoot?.activeElement?.ariaLabel

function field(topic: string, label: string): void {
  const section = document.createElement('section')
  const input = document.createElement('input')
  section.dataset.fanalTopic = topic
  input.ariaLabel = label
  section.append(input)
  document.body.append(section)
}

beforeEach(async () => {
  await page.viewport(1200, 800)
  server = startFakeServer({ ...config, errors: { 'B2-043': 'rejet', 'Le serveur ne répond pas': 'serveur' } })
})
afterEach(() => {
  help?.destroy()
  server.close()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
})

describe('with ?fanal-debug', () => {
  beforeEach(() => history.replaceState(null, '', '/patients/12-durand-marie?fanal-debug'))

  it('shows the context, and signals as they would leave, without keeping or sending any', async () => {
    field('facturation', 'Montant')
    start({ beforeSend: (signal) => (signal.name === 'milestone_reached' ? null : signal) })
    help.context({ topics: ['agenda'], feature: 'lots', attributes: { role: 'médecin' } })
    help.error('Carte de marie.durand@example.org refusée')
    help.milestone('premier-lot')
    await expect.element(overlay()).toMatchTextContent(/\/patients\/:id\s*\/patients\/12-durand-marie/)
    await expect.element(overlay()).toMatchTextContent(/agenda\s*dit par votre code\s*facturation\s*zones de la page/)
    await expect.element(overlay()).toMatchTextContent(/error_seen\s*non gardé avant le premier usage/)
    await expect.element(overlay()).toMatchTextContent(/milestone_reached\s*écarté par beforeSend/)
    expect(overlay().element().querySelector('pre')?.textContent).toContain('Carte de [email] refusée')
    expect(server.requests).toEqual(['GET /v1/config'])
    expect(Object.keys({ ...localStorage, ...sessionStorage }).filter((name) => name.includes(server.key))).toEqual([])
  })

  it('says what became of signals once the help is used, and why each article is suggested', async () => {
    server.suggestions = [
      { id: 'rejet', title: 'Corriger un rejet', summary: null, category: null, why: 'page:/patients/:id' },
    ]
    start()
    help.open()
    await expect.element(overlay()).toMatchTextContent(/1rejet\s*règle\s: page · page:\/patients\/:id/)
    expect((await help.info()).suggestions).toEqual([
      { id: 'rejet', why: 'page:/patients/:id', rule: 'page', position: 1 },
    ])
    await vi.waitFor(() => expect(overlay().element().textContent).toMatch(/panel_opened\s*envoyé/), 10_000)
  })

  it('says how sure the index is of the last search, and why each article was found', async () => {
    const hit = {
      title: 'Corriger un rejet',
      summary: null,
      category: null,
      locale: 'fr',
      _highlightResult: {},
      _snippetResult: {},
    }
    const why = { score: 2.853, coverage: 0.5, passage: 1, words: ['rejet'], terms: { rejet: ['title', 'body'] } }
    server.found = {
      nbHits: 2,
      hits: [
        { ...hit, objectID: 'rejet', _fanal: { ...why, prior: { value: 0.8, why: 'page:/patients/:id', use: 0.62 } } },
        { ...hit, objectID: 'ailleurs' },
      ],
      _fanal: { confidence: 0.31 },
    }
    start()
    help.search('rejet de marie.durand@example.org')
    await expect
      .element(overlay())
      .toMatchTextContent(/« rejet de »\sréponse sûre à 31\s% seulement, montrée comme incertaine/)
    await expect
      .element(overlay())
      .toMatchTextContent(
        /1rejetscore 2,85, 50\s% de la rechercherejet: title, bodycontexte\s: page:\/patients\/:id \(0,8\)lectures et votes\s: 62\s%2ailleurs/,
      )
    expect(server.asked.filter(({ getRankingInfo }) => getRankingInfo)).toMatchObject([
      { query: 'rejet de', ruleContexts: ['page:/patients/:id'], analytics: false },
    ])
  })

  it('works by keyboard, and gives the focus back', async () => {
    field('facturation', 'Montant')
    start()
    await expect.element(overlay()).toBeVisible()
    await page.getByRole('textbox', { name: 'Montant' }).click()
    await userEvent.keyboard('{F6}')
    await expect.poll(focused).toBe('Replier')
    await userEvent.keyboard('{Enter}')
    await expect.poll(focused).toBe('Déplier')
    await userEvent.keyboard('{Escape}')
    await expect.element(overlay()).not.toBeInTheDocument()
    await expect.element(page.getByRole('textbox', { name: 'Montant' })).toHaveFocus()
  })

  it.each(['light', 'dark'] as const)('has nothing axe finds fault with, %s', async (theme) => {
    server.settings = { ...server.settings, widget: { theme } }
    start()
    help.error('B2-043')
    await expect.element(overlay()).toMatchTextContent(/error_seen/)
    expect(await findViolations(document.querySelector('fanal-help') as Element)).toEqual([])
  })
})

it('is not there without the parameter', async () => {
  start()
  await help.info()
  expect(overlay().query()).toBeNull()
})

describe('of the context', () => {
  it('a message never leaves: what articles call the error does', async () => {
    start()
    help.open()
    await vi.waitFor(() => expect(server.requests.join()).toContain('/v1/suggestions'))
    help.error('Dossier de Madame Durand : rejet B2 043')
    help.error('Durand 1952')
    await vi.waitFor(() => expect(server.requests.join()).toContain('errors=B2-043&'))
    help.error('SRV-12')
    await vi.waitFor(() => expect(server.requests.join()).toContain('errors=SRV-12%2CB2-043&'))
    expect(server.requests.join()).not.toMatch(/Durand|1952/)
  })

  it('another action changes the suggestions without a reload, and an open dialog counts where nothing was done', async () => {
    field('facturation', 'Montant')
    field('ordonnances', 'Médicament')
    start()
    await page.getByRole('textbox', { name: 'Montant' }).click()
    help.open()
    await vi.waitFor(() => expect(server.requests.join()).toContain('topics=facturation&'))
    await page.getByRole('textbox', { name: 'Médicament' }).click()
    await vi.waitFor(() => expect(server.requests.join()).toContain('topics=ordonnances&'))
    await expect.element(panel()).toBeVisible()
    help.destroy()
    const dialog = document.createElement('dialog')
    dialog.dataset.fanalTopic = 'carte-vitale'
    dialog.append('Carte')
    document.body.append(dialog)
    dialog.show()
    start()
    expect((await help.info()).topics).toEqual(['carte-vitale'])
  })
})
