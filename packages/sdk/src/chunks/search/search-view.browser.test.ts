import type { WidgetConfig } from '@fanal/contract'
import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import type { FakeWidget } from '../../ui/testing/fake-runtime.ts'
import { endWidgets, inWidget, named, startWidget } from '../../ui/testing/find-in-widget.ts'
import { config, hitsFor } from '../../ui/testing/sample-help.ts'

afterEach(endWidgets)

const french = '/1/indexes/cabinet_fr/query'

function reportedAs(widget: FakeWidget, name: string) {
  return widget.reported.filter((signal) => signal.name === name).map(({ props }) => props)
}

describe('searching', () => {
  it('shows results as the person types, in one request, with the project and key as Algolia clients send them', async () => {
    const widget = startWidget()
    widget.panel.open()
    const find = inWidget(widget)
    await userEvent.type(find.getByRole('searchbox'), 'imprimante')
    await find.findByText('3 résultats')
    expect(find.getAllByRole('listitem')).toHaveLength(3)
    expect(widget.posted).toHaveLength(1)
    expect(widget.posted[0]).toMatchObject({
      path: french,
      body: {
        query: 'imprimante',
        headers: { 'x-algolia-api-key': 'pk_cabinet', 'x-algolia-application-id': 'cabinet' },
      },
    })
  })

  it('marks the words that matched, and shows markup in titles as text', async () => {
    const widget = startWidget()
    const hits = hitsFor('imprimante', 'fr').hits ?? []
    widget.answers[french] = () => ({
      hits: hits.map((hit) => ({
        ...hit,
        _highlightResult: { title: { value: '<b onclick=x>L’\ue000imprimante\ue001</b>', matchLevel: 'full' } },
      })),
      nbHits: 3,
    })
    widget.panel.search('imprimante')
    await inWidget(widget).findByText('3 résultats')
    const title = inWidget(widget).getAllByRole('button', { name: '<b onclick=x>L’imprimante</b>' })[0]
    expect(title?.querySelector('mark')).toHaveTextContent('imprimante')
    expect(title?.querySelector('b')).toBeNull()
  })

  it('offers the guide of the best answer beside it, and of no other', async () => {
    const widget = startWidget()
    const hits = hitsFor('imprimante', 'fr').hits ?? []
    const flow = { id: 'imprimante-ordonnances', title: 'Configurer l’imprimante' }
    widget.answers[french] = () => ({ hits: hits.map((hit) => ({ ...hit, flow })), nbHits: 3 })
    widget.panel.search('imprimante')
    const start = await inWidget(widget).findByRole('button', {
      name: named('Démarrer le guide : Configurer l’imprimante'),
    })
    expect(inWidget(widget).getAllByRole('button', { name: /^Démarrer le guide/ })).toHaveLength(1)
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    await userEvent.click(start)
    expect(widget.startedFlows).toEqual(['imprimante-ordonnances'])
    expect(reportedAs(widget, 'article_opened')).toEqual([])
  })

  it('never lets an answer that comes late replace a later one', async () => {
    const widget = startWidget()
    const waiting: Record<string, (answer: object) => void> = {}
    widget.answers[french] = ({ query }) =>
      new Promise<object>((resolve) => {
        waiting[String(query)] = resolve
      })
    const find = inWidget(widget)
    widget.panel.search('imprimante')
    await waitFor(() => expect(waiting.imprimante).toBeDefined())
    widget.panel.search('imprimante wifi')
    await waitFor(() => expect(waiting['imprimante wifi']).toBeDefined())
    waiting['imprimante wifi']?.({ hits: [], nbHits: 0 })
    await find.findByText(named('Aucun résultat pour « imprimante wifi »'))
    waiting.imprimante?.(hitsFor('imprimante', 'fr'))
    await userEvent.keyboard('{Shift}')
    expect(find.queryByText('3 résultats')).toBeNull()
    expect(find.getByText(named('Aucun résultat pour « imprimante wifi »'))).toBeVisible()
  })

  it('leaves the focus on the row the person has reached when the next answer holds it too', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.search('imprimante')
    await find.findByText('3 résultats')
    const { promise, resolve } = Promise.withResolvers<object>()
    widget.answers[french] = () => promise
    await userEvent.type(find.getByRole('searchbox'), ' wifi')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    const { hits = [] } = hitsFor('imprimante', 'fr')
    resolve({ hits: hits.slice(1), nbHits: 2 })
    await find.findByText('2 résultats')
    expect(widget.runtime.root.activeElement).toBe(find.getByRole('button', { name: 'Réimprimer une ordonnance' }))
  })

  it.each([
    ['fr', 'Aucun résultat pour « lecteur zzz »', 'Écrire au support'],
    ['en', 'No results for “lecteur zzz”', 'Write to support'],
  ] as const)('helps on when nothing is found (%s)', async (locale, status, contact) => {
    const widget = startWidget({ locale })
    widget.panel.search('lecteur zzz')
    const find = inWidget(widget)
    expect(await find.findByText(named(status))).toHaveAttribute('role', 'status')
    expect(await find.findAllByRole('listitem')).toHaveLength(3)
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    await userEvent.click(find.getByRole('button', { name: contact }))
    expect(await find.findByDisplayValue('lecteur zzz')).toBeVisible()
  })

  it.each([
    ['fr', 3, 'Nous ne sommes pas sûrs que ces articles répondent à votre question', 'Écrire au support'],
    ['fr', 1, 'Nous ne sommes pas sûrs que cet article réponde à votre question', 'Écrire au support'],
    ['en', 3, 'We’re not sure these articles answer your question', 'Write to support'],
    ['en', 1, 'We’re not sure this article answers your question', 'Write to support'],
  ] as const)(
    'says that guesses are guesses, and puts a person before them (%s, %i)',
    async (locale, many, said, contact) => {
      const widget = startWidget({ locale })
      const query = locale === 'fr' ? 'imprimante fumante' : 'printer smokes'
      widget.answers[`/1/indexes/cabinet_${locale}/query`] = () => ({
        hits: hitsFor('imprimante print', locale).hits?.slice(0, many),
        nbHits: many,
        _fanal: { confidence: 0.49 },
      })
      widget.panel.search(query)
      const find = inWidget(widget)
      expect(await find.findByText(said)).toHaveAttribute('role', 'status')
      const rows = find.getAllByRole('listitem').slice(0, many)
      const person = find.getByRole('button', { name: contact })
      expect(person.compareDocumentPosition(rows[0] as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
      const [rephrase] = await find.findAllByRole('region', {
        name: locale === 'fr' ? 'Dire autrement' : 'Say it differently',
      })
      expect(rows.at(-1)?.compareDocumentPosition(rephrase as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
      expect(find.queryByRole('region', { name: /^(Peut-être|Maybe)$/ })).toBeNull()
      expect(await findViolations(widget.runtime.root.host)).toEqual([])
      await userEvent.click(person)
      expect(await find.findByDisplayValue(query)).toBeVisible()
    },
  )

  it('leaves what is on screen there, dimmed, until the next answer has come', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.search('lecteur zzz')
    await find.findByText(named('Aucun résultat pour « lecteur zzz »'))
    const { promise, resolve } = Promise.withResolvers<object>()
    widget.answers[french] = () => promise
    widget.panel.search('imprimante')
    const results = find.getByRole('region', { name: 'Résultats de la recherche' })
    await waitFor(() => expect(results).toHaveAttribute('aria-busy', 'true'))
    expect(find.getByRole('button', { name: 'Écrire au support' })).toBeVisible()
    resolve(hitsFor('imprimante', 'fr'))
    await find.findByText('3 résultats')
    expect(find.queryByRole('button', { name: 'Écrire au support' })).toBeNull()
    expect(results).toHaveAttribute('aria-busy', 'false')
  })

  it('asks for the page it is on, and never tells a message that may name a person', async () => {
    const widget = startWidget()
    widget.setContext({
      page: '/patients/:id',
      topics: ['ordonnances', 'carte-vitale'],
      errors: ['B2-043', 'Dossier de Marie Durand refusé', 'CPAM 12'],
      feature: 'impression',
    })
    const config = widget.runtime.config as WidgetConfig
    Object.assign(widget.runtime, { config: { ...config, errors: { 'CPAM 12': ['rejet-b2'] } } })
    widget.panel.search('imprimante')
    await inWidget(widget).findByText('3 résultats')
    expect(widget.posted[0]?.body.ruleContexts).toEqual([
      'page:/patients/:id',
      'topic:ordonnances',
      'topic:carte-vitale',
      'error:B2-043',
      'error:CPAM 12',
      'feature:impression',
    ])
  })

  it.each([
    ['fr', 'light'],
    ['fr', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('has nothing for axe to find in its results (%s, %s)', async (locale, theme) => {
    const widget = startWidget({ locale, theme })
    widget.panel.search(locale === 'fr' ? 'imprimante' : 'printer')
    await inWidget(widget).findByText(/^3 /)
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
  })

  it('moves between box and results with the arrow keys and opens with Enter', async () => {
    const widget = startWidget()
    widget.panel.open()
    const find = inWidget(widget)
    const box = find.getByRole('searchbox')
    const focused = () => widget.runtime.root.activeElement
    await userEvent.type(box, 'imprimante')
    await find.findByText('3 résultats')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(focused()).toBe(find.getByRole('button', { name: 'Réimprimer une ordonnance' }))
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(focused()).toBe(box)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })).toBeVisible()
    expect(reportedAs(widget, 'article_opened')).toEqual([{ articleId: 'imprimante', revision: 4, from: 'search' }])
  })

  it('says when the index cannot be reached, and finds the same words on another try', async () => {
    const widget = startWidget()
    widget.answers[french] = () => 0
    widget.panel.search('imprimante')
    const find = inWidget(widget)
    await find.findByRole('heading', { name: 'La recherche ne répond pas' })
    expect(find.getByRole('searchbox')).toHaveValue('imprimante')
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    widget.answers[french] = () => hitsFor('imprimante', 'fr')
    await userEvent.click(find.getByRole('button', { name: 'Réessayer' }))
    expect(await find.findByText('3 résultats')).toBeVisible()
  })

  it('asks for the settings again when they had not arrived', async () => {
    const widget = startWidget({ config: null })
    widget.panel.search('imprimante')
    expect(await inWidget(widget).findByText('3 résultats')).toBeVisible()
  })

  it('searches every language of the project when it has none of the widget’s', async () => {
    const widget = startWidget({ locale: 'en', config: { ...config('en'), locales: ['fr'] } })
    widget.answers['/1/indexes/cabinet/query'] = () => hitsFor('imprimante', 'fr')
    widget.panel.search('imprimante')
    expect(await inWidget(widget).findByText('3 results')).toBeVisible()
  })

  it('shows the results the person comes back to at once', async () => {
    const widget = startWidget()
    widget.panel.search('imprimante')
    const find = inWidget(widget)
    await find.findByText('3 résultats')
    await userEvent.click(find.getByRole('button', { name: 'Mon ordonnance ne s’imprime pas' }))
    await find.findByRole('article')
    await userEvent.click(find.getByRole('button', { name: 'Retour' }))
    expect(find.getByText('3 résultats')).toBeVisible()
  })
})

describe('a search that is meant', () => {
  it('is told once, after a rest', async () => {
    const widget = startWidget()
    widget.panel.open()
    await userEvent.type(inWidget(widget).getByRole('searchbox'), 'imprimante')
    await waitFor(() => expect(reportedAs(widget, 'search_committed')).toHaveLength(1), { timeout: 3000 })
    expect(reportedAs(widget, 'search_committed')[0]).toMatchObject({ query: 'imprimante', hits: 3 })
    await userEvent.keyboard('{Enter}')
    expect(reportedAs(widget, 'search_committed')).toHaveLength(1)
  })

  it('tells how sure the index was, where it says so', async () => {
    const widget = startWidget()
    widget.answers[french] = () => ({ ...hitsFor('imprimante', 'fr'), _fanal: { confidence: 0.31 } })
    widget.panel.open()
    await userEvent.type(inWidget(widget).getByRole('searchbox'), 'imprimante{Enter}')
    await waitFor(() => expect(reportedAs(widget, 'search_committed')).toHaveLength(1))
    expect(reportedAs(widget, 'search_committed')[0]).toMatchObject({ hits: 3, confidence: 0.31 })
  })

  it('is told at Enter, once the answer is there', async () => {
    const widget = startWidget()
    widget.panel.open()
    await userEvent.type(inWidget(widget).getByRole('searchbox'), 'lecteur zzz{Enter}')
    await waitFor(() => expect(reportedAs(widget, 'search_committed')).toHaveLength(1), { timeout: 1000 })
    expect(reportedAs(widget, 'search_committed')[0]).toMatchObject({ query: 'lecteur zzz', hits: 0 })
  })

  it('is told at Enter, even when Enter comes before the view has been loaded', async () => {
    const widget = startWidget()
    const load = widget.runtime.load
    const arrived = Promise.withResolvers<void>()
    widget.runtime.load = async (name) => {
      await arrived.promise
      return load(name)
    }
    widget.panel.open()
    await userEvent.type(inWidget(widget).getByRole('searchbox'), 'lecteur zzz{Enter}')
    arrived.resolve()
    await waitFor(() => expect(reportedAs(widget, 'search_committed')).toHaveLength(1), { timeout: 1000 })
  })

  it('is told with the result that was clicked, under the same search', async () => {
    const widget = startWidget()
    widget.panel.search('imprimante')
    const find = inWidget(widget)
    await userEvent.click(await find.findByRole('button', { name: 'Réimprimer une ordonnance' }))
    const [committed] = reportedAs(widget, 'search_committed') as [{ searchId: string }]
    expect(committed.searchId).toMatch(/^[a-z\d]{10,}$/)
    expect(reportedAs(widget, 'result_clicked')).toEqual([
      { searchId: committed.searchId, articleId: 'rejet-b2', position: 2 },
    ])
  })

  it('is told when the person leaves it for support', async () => {
    const widget = startWidget()
    widget.panel.search('lecteur zzz')
    const find = inWidget(widget)
    await find.findByText(named('Aucun résultat pour « lecteur zzz »'))
    await userEvent.click(find.getByRole('button', { name: 'Contacter le support' }))
    expect(reportedAs(widget, 'search_committed')).toMatchObject([{ query: 'lecteur zzz', hits: 0 }])
  })
})
