import { writeCompactIndex } from '@fanal/search'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import type { FakeWidget } from '../../ui/testing/fake-runtime.ts'
import { endWidgets, inWidget, named, startWidget } from '../../ui/testing/find-in-widget.ts'
import { articles } from '../../ui/testing/sample-help.ts'

afterEach(() => {
  vi.useRealTimers()
  endWidgets()
})

function reportedAs(widget: FakeWidget, name: string) {
  return widget.reported.filter((signal) => signal.name === name).map(({ props }) => props)
}

async function openPrinterArticle(options: Parameters<typeof startWidget>[0] = {}) {
  const widget = startWidget(options)
  widget.panel.article('imprimante', 'suggestion')
  const find = inWidget(widget)
  await find.findByRole('article')
  return { widget, find }
}

describe('an article', () => {
  it('is shown with steps, table, code, callouts, image and video', async () => {
    const { find } = await openPrinterArticle()
    expect(find.getByRole('heading', { level: 2, name: 'Mon ordonnance ne s’imprime pas' })).toBeVisible()
    expect(find.getByRole('heading', { level: 3, name: 'Regardez le voyant' })).toBeVisible()
    expect(find.getByText('Allumez l’imprimante et attendez le voyant vert.').closest('ol')).not.toBeNull()
    expect(find.getAllByRole('note')).toHaveLength(2)
    expect(find.getAllByRole('columnheader').map((cell: HTMLElement) => cell.textContent)).toEqual([
      'Code',
      'Cause',
      'Durée',
    ])
    expect(find.getByText(/lpstat -p ORDO-ACCUEIL/).tagName).toBe('CODE')
    const image = find.getByRole('img', { name: 'Le voyant vert, à droite du bac' })
    expect(image).toHaveAttribute('src', 'https://help.example.com/media/voyant.png')
    expect(image).toHaveAttribute('loading', 'lazy')
    expect(find.getByLabelText('Imprimer une page d’essai').tagName).toBe('VIDEO')
    const link = find.getByRole('link', { name: 'fabricant (nouvel onglet)' })
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  })

  it.each([
    ['fr', 'light'],
    ['fr', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('has nothing for axe to find, reasons open (%s, %s)', async (locale, theme) => {
    const { widget, find } = await openPrinterArticle({ locale, theme })
    await userEvent.click(find.getByRole('button', { name: locale === 'fr' ? 'Non' : 'No' }))
    await userEvent.click((await find.findAllByRole('radio'))[0] as HTMLElement)
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
  })

  it('runs nothing and opens nothing that a hostile tree asks for', async () => {
    const widget = startWidget()
    const [sample] = articles('fr')
    widget.answers['/v1/articles/hostile'] = () => ({
      ...sample,
      id: 'hostile',
      toc: [],
      body: [
        { type: 'link', href: 'javascript:alert(1)', children: [{ type: 'text', value: 'Cliquez' }] },
        { type: 'image', src: 'data:text/html,x', alt: 'x' },
        { type: 'text', value: { type: 'script', props: { children: 'alert(1)' }, constructor: null } },
        { type: 'iframe', children: [{ type: 'text', value: 'contenu' }] },
        { type: 'paragraph', children: 'pas une liste' },
      ],
    })
    widget.panel.article('hostile', 'api')
    const article = await inWidget(widget).findByRole('article')
    expect(article.textContent).toContain('Cliquezcontenu')
    expect(article.querySelector('a, img, script, iframe')).toBeNull()
  })

  it('opens the articles it links to inside the panel, and tells from where', async () => {
    const { widget, find } = await openPrinterArticle()
    await userEvent.click(find.getAllByRole('button', { name: /la carte Vitale n’est pas lue/i })[0] as HTMLElement)
    await find.findByRole('heading', { name: 'La carte Vitale n’est pas lue' })
    await userEvent.click(find.getByRole('button', { name: 'Retour' }))
    await userEvent.click(find.getByRole('button', { name: 'La carte Vitale n’est pas lue' }))
    await find.findByRole('heading', { name: 'La carte Vitale n’est pas lue' })
    expect(reportedAs(widget, 'article_opened')).toEqual([
      { articleId: 'imprimante', revision: 4, from: 'suggestion' },
      { articleId: 'carte-vitale', revision: 1, from: 'link' },
      { articleId: 'imprimante', revision: 4, from: 'suggestion' },
      { articleId: 'carte-vitale', revision: 1, from: 'related' },
    ])
  })

  it('goes to a heading of its contents without touching the address of the page', async () => {
    const { widget, find } = await openPrinterArticle()
    const before = location.href
    await userEvent.click(find.getByText('Dans cet article'))
    await userEvent.click(find.getByRole('button', { name: 'Si un code s’affiche' }))
    expect(widget.runtime.root.activeElement).toBe(find.getByRole('heading', { name: 'Si un code s’affiche' }))
    expect(location.href).toBe(before)
  })

  it.each([
    ['fr', 'Copie gardée sur cet appareil, du 12 novembre 2026'],
    ['en', 'Copy kept on this device, from November 12, 2026'],
  ] as const)('says that it is a copy of another day, and is asked for again (%s)', async (locale, words) => {
    const widget = startWidget({ locale })
    const find = inWidget(widget)
    const [sample] = articles(locale)
    widget.answers['/v1/articles/imprimante'] = () => ({ ...sample, keptAt: Date.UTC(2026, 10, 12, 9) })
    widget.panel.article('imprimante', 'api')
    expect(await find.findByText(words)).toBeVisible()
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    widget.panel.open('home')
    widget.answers['/v1/articles/imprimante'] = () => ({ ...sample })
    widget.panel.article('imprimante', 'api')
    await find.findByRole('article')
    expect(find.queryByText(words)).toBeNull()
  })

  it('lets a long line of a step scroll by itself, and makes no heads of cells without words', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    const [sample] = articles('fr')
    const words = (value: string) => [{ type: 'text', value } as const]
    const code = { type: 'code', value: 'sudo '.repeat(60) } as const
    const body = [
      { type: 'list', ordered: true, children: [{ type: 'listItem', children: [code] }] },
      { type: 'table', align: [null, null], head: [[], words('Sens')], rows: [[words('⚡'), words('En charge')]] },
    ]
    widget.answers['/v1/articles/imprimante'] = () => ({ ...sample, body })
    widget.panel.article('imprimante', 'api')
    const view = (await find.findByRole('article')).closest('.view')
    expect(view?.scrollWidth).toBe(view?.clientWidth)
    expect(find.getAllByRole('columnheader').map((cell: HTMLElement) => cell.textContent)).toEqual(['Sens'])
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
  })

  it('starts where it was left', async () => {
    const widget = startWidget()
    const [sample] = articles('fr')
    // Pictures that fail take less room.
    const body = sample?.body.filter(({ type }) => type !== 'image')
    widget.answers['/v1/articles/imprimante'] = () => ({ ...sample, body })
    const place = document.createElement('div')
    place.className = 'fanal panel view'
    place.style.cssText = 'display:block;height:200px;overflow-y:auto;position:static'
    widget.runtime.root.append(place)
    const { show } = await widget.runtime.load('article')
    const props = { runtime: widget.runtime, articleId: 'imprimante', from: 'api', place: 0.5 } as const
    show(place, { ...props, onOpenArticle: () => {}, onStartFlow: () => {} })
    await expect.poll(() => place.scrollTop).toBeGreaterThan(200)
    const { top, height } = place.querySelector('article > div')?.getBoundingClientRect() ?? new DOMRect()
    expect((place.getBoundingClientRect().bottom - top) / height).toBeCloseTo(0.5, 1)
    show(place, null)
  })

  it('starts its guide and makes room for it', async () => {
    const { widget, find } = await openPrinterArticle()
    await userEvent.click(find.getByRole('button', { name: 'Démarrer le guide' }))
    expect(widget.startedFlows).toEqual(['imprimante-ordonnances'])
    expect(widget.panel.isOpen).toBe(false)
  })

  it('says when it is gone, and offers another try when it cannot be fetched', async () => {
    const widget = startWidget()
    const find = inWidget(widget)
    widget.panel.article('parti', 'api')
    await find.findByRole('heading', { name: 'Cet article n’existe plus' })
    widget.answers['/v1/articles/plus-tard'] = () => 0
    widget.panel.article('plus-tard', 'api')
    await find.findByRole('heading', { name: 'L’article n’arrive pas' })
    expect(find.getByRole('link', { name: '01 84 88 00 00' })).toHaveAttribute('href', 'tel:0184880000')
    expect(find.getByRole('link', { name: 'support@example.com' })).toBeVisible()
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    widget.answers['/v1/articles/plus-tard'] = () => articles('fr')[0] as object
    await userEvent.click(find.getByRole('button', { name: 'Réessayer' }))
    expect(await find.findByRole('article')).toBeVisible()
  })
})

describe('an article that was never opened, without network', () => {
  it('shows what the list of results said of it, and that its text needs the network', async () => {
    const widget = startWidget()
    const outline = { id: 'plus-tard', locale: 'fr', title: 'Envoyer plus tard', summary: 'Mettre un lot de côté.' }
    widget.answers['/v1/device-index'] = () => writeCompactIndex([{ ...outline, body: '', category: null }], [])
    widget.answers['/v1/articles/plus-tard'] = () => 0
    const memory = await widget.runtime.memory()
    await expect.poll(() => memory?.outline('plus-tard'), { timeout: 20_000 }).toMatchObject(outline)
    widget.panel.article('plus-tard', 'search')
    const find = inWidget(widget)
    await find.findByRole('heading', { level: 2, name: 'Envoyer plus tard' })
    expect(find.getByText('Mettre un lot de côté.')).toBeVisible()
    expect(
      find.getByText('Le texte de cet article n’est pas sur cet appareil. Il s’affichera avec la connexion.'),
    ).toBeVisible()
    expect(find.getByRole('link', { name: '01 84 88 00 00' })).toBeVisible()
    expect(reportedAs(widget, 'article_opened')).toEqual([])
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    widget.answers['/v1/articles/plus-tard'] = () => ({ ...articles('fr')[0], id: 'plus-tard' })
    await userEvent.click(find.getByRole('button', { name: 'Réessayer' }))
    await expect.poll(() => reportedAs(widget, 'article_opened')).toHaveLength(1)
  })
})

describe('reading an article', () => {
  it('counts after ten seconds on screen, not while the panel is closed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    const widget = startWidget()
    widget.panel.article('carte-vitale', 'suggestion')
    await vi.waitFor(() => inWidget(widget).getByRole('article'))
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
    vi.advanceTimersByTime(6000)
    widget.panel.close()
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0))
    vi.advanceTimersByTime(60_000)
    widget.panel.open()
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    vi.advanceTimersByTime(3000)
    expect(reportedAs(widget, 'article_read')).toEqual([])
    vi.advanceTimersByTime(30_000)
    expect(reportedAs(widget, 'article_read')).toEqual([{ articleId: 'carte-vitale', revision: 1, activeMs: 10_000 }])
  })
})

it('is not read yet where a low window shows its beginning, though the view goes on below the edge', async () => {
  await page.viewport(1280, 360)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  const widget = startWidget()
  widget.panel.article('imprimante', 'suggestion')
  await vi.waitFor(() => inWidget(widget).getByRole('article'))
  await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
  vi.advanceTimersByTime(30_000)
  expect(reportedAs(widget, 'article_read')).toEqual([])
  await page.viewport(1280, 800)
})

describe('voting', () => {
  it.each([
    ['fr', 'Cet article vous a-t-il été utile ?', 'Oui'],
    ['en', 'Was this article helpful?', 'Yes'],
  ] as const)('asks under the names of the contract (%s)', async (locale, question, yes) => {
    const { widget, find } = await openPrinterArticle({ locale })
    expect(find.getByRole('group', { name: named(question) })).toBeVisible()
    await userEvent.click(find.getByRole('button', { name: yes }))
    expect(find.getByRole('button', { name: yes })).toHaveAttribute('aria-pressed', 'true')
    expect(reportedAs(widget, 'vote_cast')).toEqual([{ articleId: 'imprimante', revision: 4, helpful: true }])
  })

  it('asks why not, and sends the reason and comment with the revision', async () => {
    const { widget, find } = await openPrinterArticle()
    await userEvent.click(find.getByRole('button', { name: 'Non' }))
    expect(await find.findAllByRole('radio')).toHaveLength(5)
    await userEvent.click(find.getByRole('radio', { name: 'Je l’ai fait, cela ne marche pas' }))
    await userEvent.type(
      find.getByRole('textbox', { name: named('Un détail à ajouter ? (facultatif)') }),
      'Bac 2 absent',
    )
    await userEvent.click(find.getByRole('button', { name: 'Envoyer' }))
    expect(find.getByText('Merci, vos précisions sont transmises.')).toBeVisible()
    expect(widget.runtime.root.activeElement).toBe(find.getByRole('button', { name: 'Non' }))
    expect(reportedAs(widget, 'vote_cast')).toEqual([
      { articleId: 'imprimante', revision: 4, helpful: false },
      { articleId: 'imprimante', revision: 4, helpful: false, reason: 'broken', comment: 'Bac 2 absent' },
    ])
  })

  it('can be changed, and is remembered when the article is opened again', async () => {
    const { widget, find } = await openPrinterArticle()
    await userEvent.click(find.getByRole('button', { name: 'Non' }))
    await userEvent.click(find.getByRole('button', { name: 'Oui' }))
    expect(reportedAs(widget, 'vote_cast').map((props) => (props as { helpful: boolean }).helpful)).toEqual([
      false,
      true,
    ])
    await userEvent.click(find.getByRole('button', { name: 'Retour' }))
    widget.panel.article('imprimante', 'api')
    expect(find.getByRole('button', { name: 'Oui' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(find.getByRole('button', { name: 'Oui' }))
    expect(reportedAs(widget, 'vote_cast')).toHaveLength(2)
  })

  it('does not ask again on another day about the same revision', async () => {
    const { widget, find } = await openPrinterArticle()
    await userEvent.click(find.getByRole('button', { name: 'Non' }))
    const memory = await widget.runtime.memory()
    await expect.poll(() => memory?.voteOn('imprimante', 4)).toBe(false)
    expect(await memory?.voteOn('imprimante', 5)).toBeUndefined()
    await userEvent.click(find.getByRole('button', { name: 'Retour' }))
    // In memory it is forgotten with the page; here the device alone remembers.
    const fresh = { ...widget.runtime }
    const place = document.createElement('div')
    place.className = 'fanal panel view'
    widget.runtime.root.append(place)
    const { show } = await fresh.load('article')
    show(place, {
      runtime: fresh,
      articleId: 'imprimante',
      from: 'api',
      onOpenArticle: () => {},
      onStartFlow: () => {},
    })
    await expect.poll(() => place.textContent).toContain('Vous avez déjà répondu.')
    expect(place.querySelectorAll('[type=radio]')).toHaveLength(0)
    show(place, null)
  })

  it('carries on to support with what was read', async () => {
    const { find } = await openPrinterArticle()
    await userEvent.click(find.getByRole('button', { name: 'Non' }))
    await userEvent.click(find.getByRole('button', { name: named('Toujours bloqué ? Écrire au support') }))
    expect(await find.findByRole('textbox', { name: 'Sujet' })).toHaveValue('Mon ordonnance ne s’imprime pas')
    await userEvent.click(find.getByText('Voir ce qui est joint'))
    expect(find.getByText('Mon ordonnance ne s’imprime pas (ne m’a pas aidé)')).toBeVisible()
  })
})
