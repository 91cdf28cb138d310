import { waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import { endWidgets, inWidget, named, startWidget } from '../../ui/testing/find-in-widget.ts'

beforeEach(() => page.viewport(1280, 800))
afterEach(endWidgets)

const names = {
  fr: {
    help: 'Aide',
    search: "Rechercher dans l'aide",
    suggested: 'Articles suggérés pour cette page',
    contact: 'Contacter le support',
    first: 'Corriger un rejet de facture B2',
  },
  en: {
    help: 'Help',
    search: 'Search help',
    suggested: 'Suggested for this page',
    contact: 'Contact support',
    first: 'Correct a rejected B2 invoice',
  },
} as const

describe.each(['fr', 'en'] as const)('the panel (%s)', (locale) => {
  const name = names[locale]

  it('opens as a dialog with search box, suggestions and contact, under the names of the contract', async () => {
    const widget = startWidget({ locale })
    const find = inWidget(widget)
    await userEvent.click(find.getByRole('button', { name: name.help }))
    expect(find.getByRole('dialog', { name: name.help })).toBeVisible()
    expect(find.getByRole('searchbox', { name: name.search })).toBeVisible()
    expect(find.getByRole('region', { name: name.suggested })).toBeVisible()
    expect(find.getByRole('button', { name: name.contact })).toBeVisible()
    expect(find.getAllByRole('listitem')).toHaveLength(3)
    expect(find.getByRole('button', { name: name.first })).toBeVisible()
  })

  it.each(['light', 'dark'] as const)('has nothing for axe to find, %s', async (theme) => {
    const widget = startWidget({ locale, theme })
    widget.panel.open()
    await inWidget(widget).findByText(/feuille de soins|care sheet/)
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
  })
})

describe.each(['#0b6e6e', '#ffd500', '#ffffff', '#000000', '#808080', '#e0245e', '#0000ff'])(
  'with the accent %s',
  (accent) => {
    it.each(['light', 'dark'] as const)('every text stays readable, %s', async (theme) => {
      const widget = startWidget({ theme, accent })
      const find = inWidget(widget)
      widget.panel.search('lecteur zzz')
      await find.findByRole('button', { name: 'Écrire au support' })
      expect(await findViolations(widget.runtime.root.host)).toEqual([])
      widget.panel.article('imprimante', 'api')
      await find.findByRole('button', { name: 'Démarrer le guide' })
      expect(await findViolations(widget.runtime.root.host)).toEqual([])
    })
  },
)

describe('the panel', () => {
  it('takes the focus to the search box and gives it back to the launcher', async () => {
    const widget = startWidget()
    await userEvent.click(widget.launcher)
    const find = inWidget(widget)
    expect(widget.runtime.root.activeElement).toBe(find.getByRole('searchbox'))
    await userEvent.keyboard('{Escape}')
    expect(find.queryByRole('dialog')).toBeNull()
    expect(widget.runtime.root.activeElement).toBe(widget.launcher)
    expect(widget.launcher).toHaveAttribute('aria-expanded', 'false')
  })

  it('gives the focus back to the element of the page that had it', () => {
    const field = document.createElement('input')
    document.body.append(field)
    onTestFinished(() => field.remove())
    const widget = startWidget()
    field.focus()
    widget.panel.open()
    expect(document.activeElement).toBe(widget.runtime.root.host)
    widget.panel.close()
    expect(document.activeElement).toBe(field)
  })

  it('leaves the focus where it is when the person has gone back to the page', () => {
    const field = document.createElement('input')
    document.body.append(field)
    onTestFinished(() => field.remove())
    const widget = startWidget()
    widget.panel.open()
    field.focus()
    widget.panel.close()
    expect(document.activeElement).toBe(field)
  })

  it('keeps keys and focus events from the page', async () => {
    const heard: string[] = []
    const listen = (event: Event) => heard.push(event.type)
    for (const type of ['keydown', 'keyup', 'focusin']) document.addEventListener(type, listen)
    onTestFinished(() => {
      for (const type of ['keydown', 'keyup', 'focusin']) document.removeEventListener(type, listen)
    })
    const widget = startWidget()
    widget.panel.open()
    await userEvent.type(inWidget(widget).getByRole('searchbox'), 'k')
    expect(heard).toEqual([])
  })

  it('says that suggestions are on their way, and shows them when they arrive', async () => {
    const widget = startWidget()
    const answer = Promise.withResolvers<object>()
    widget.answers['/v1/suggestions'] = () => answer.promise
    widget.panel.open()
    const find = inWidget(widget)
    const region = find.getByRole('region', { name: 'Articles suggérés pour cette page' })
    expect(region).toHaveAttribute('aria-busy', 'true')
    expect(find.queryAllByRole('listitem')).toEqual([])
    answer.resolve([{ id: 'x', title: 'Renouveler une ordonnance', summary: null, category: null, why: 'topic:x' }])
    expect(await find.findByRole('button', { name: 'Renouveler une ordonnance' })).toBeVisible()
    expect(region).toHaveAttribute('aria-busy', 'false')
  })

  it('asks for the page, topics and errors of the moment, and again when they change', async () => {
    const widget = startWidget({ config: null })
    const asked: object[] = []
    widget.answers['/v1/suggestions'] = (query) => {
      if (query.popular) return []
      asked.push(query)
      return [{ id: String(query.page), title: `Page ${query.page}`, summary: null, category: null, why: '' }]
    }
    widget.setContext({ topics: ['facturation'], errors: ['B2-043'] })
    widget.panel.open()
    const find = inWidget(widget)
    await find.findByRole('button', { name: 'Page /facturation' })
    await waitFor(() => expect(widget.reported.map(({ name }) => name)).toContain('suggestions_shown'))
    widget.setContext({ page: '/agenda', topics: [], errors: [] })
    await find.findByRole('button', { name: 'Page /agenda' })
    expect(asked).toEqual([
      { page: '/facturation', topics: 'facturation', errors: 'B2-043', limit: '3' },
      { page: '/agenda', topics: undefined, errors: undefined, limit: '3' },
    ])
    expect(widget.reported.filter(({ name }) => name === 'suggestions_shown').map(({ props }) => props)).toEqual([
      { articleIds: ['/facturation'], why: [''] },
      { articleIds: ['/agenda'], why: [''] },
    ])
  })

  it('says so when there is nothing for the page, and when suggestions cannot be fetched', async () => {
    const widget = startWidget({ config: null })
    widget.answers['/v1/suggestions'] = () => []
    widget.panel.open()
    const find = inWidget(widget)
    await find.findByText(/^Rien de particulier pour cette page/)
    widget.answers['/v1/suggestions'] = () => 0
    widget.setContext({ page: '/agenda' })
    await find.findByText(/^Les suggestions n’arrivent pas/)
  })

  it('shows the articles and pages the host names', async () => {
    const widget = startWidget()
    widget.panel.suggest(['imprimante', { text: 'État du service', url: 'https://status.example.com/' }, 'inconnu'])
    widget.panel.open()
    const find = inWidget(widget)
    await find.findByRole('button', { name: 'Mon ordonnance ne s’imprime pas' })
    expect(find.getByRole('link', { name: 'État du service' })).toHaveAttribute('href', 'https://status.example.com/')
    expect(find.getAllByRole('listitem')).toHaveLength(2)
  })

  it('reaches support in one click from every view', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    const contact = () => find.getByRole('button', { name: 'Contacter le support' })
    const formOpens = () => find.findByRole('textbox', { name: named('Que se passe-t-il ?') })
    widget.panel.open()
    await userEvent.click(contact())
    await formOpens()
    widget.panel.open('home')
    widget.panel.search('imprimante')
    await find.findByText('3 résultats')
    await userEvent.click(contact())
    await formOpens()
    expect(find.getByRole('textbox', { name: 'Sujet' })).toHaveValue('imprimante')
    widget.panel.article('imprimante', 'api')
    await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })
    await userEvent.click(contact())
    await formOpens()
    expect(widget.reported.filter(({ name }) => name === 'contact_opened').map(({ props }) => props)).toEqual([
      { from: 'home' },
      { from: 'search' },
      { from: 'article' },
    ])
  })

  it('goes back view by view, to where the person had scrolled', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.article('imprimante', 'api')
    await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })
    const view = () => widget.runtime.root.querySelector('.view') ?? document.body
    view().scrollTo(0, 300)
    // Not a pointer: one that needs to reach the link may scroll first.
    find.getByRole('button', { name: 'la carte Vitale n’est pas lue' }).click()
    await find.findByRole('heading', { name: 'La carte Vitale n’est pas lue' })
    await userEvent.click(find.getByRole('button', { name: 'Retour' }))
    expect(find.getByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })).toBeVisible()
    expect(view().scrollTop).toBe(300)
    await userEvent.click(find.getByRole('button', { name: 'Retour' }))
    expect(find.getByRole('region', { name: 'Articles suggérés pour cette page' })).toBeVisible()
    expect(find.queryByRole('button', { name: 'Retour' })).toBeNull()
  })

  it('is where it was left when it is opened again, and at home after log out', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.article('imprimante', 'api')
    await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })
    await userEvent.click(find.getByRole('button', { name: 'Fermer' }))
    widget.panel.open()
    expect(find.getByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })).toBeVisible()
    widget.emit('reset')
    expect(find.queryByRole('dialog')).toBeNull()
    widget.panel.open()
    expect(find.getByRole('region', { name: 'Articles suggérés pour cette page' })).toBeVisible()
  })

  it('offers another try, telephone and mail when a part of it cannot be loaded', async () => {
    const widget = startWidget()
    widget.broken.add('contact')
    widget.panel.open('contact')
    const find = inWidget(widget)
    await find.findByRole('heading', { name: 'L’aide n’arrive pas jusqu’ici' })
    expect(find.getByRole('link', { name: '01 84 88 00 00' })).toHaveAttribute('href', 'tel:0184880000')
    expect(find.getByRole('link', { name: 'support@example.com' })).toBeVisible()
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    widget.broken.clear()
    await userEvent.click(find.getByRole('button', { name: 'Réessayer' }))
    expect(await find.findByRole('textbox', { name: 'Sujet' })).toBeVisible()
  })

  it('tells when it opens and closes, and by what', async () => {
    const widget = startWidget()
    await userEvent.click(widget.launcher)
    await userEvent.click(inWidget(widget).getByRole('button', { name: 'Fermer' }))
    expect(widget.reported.filter(({ name }) => name.startsWith('panel_'))).toEqual([
      { name: 'panel_opened', props: { by: 'launcher' } },
      { name: 'panel_closed', props: { by: 'launcher' } },
    ])
  })

  it('leaves nothing behind', () => {
    const widget = startWidget()
    widget.panel.open()
    widget.panel.destroy()
    expect([...widget.runtime.root.children]).toEqual([widget.launcher])
  })
})
