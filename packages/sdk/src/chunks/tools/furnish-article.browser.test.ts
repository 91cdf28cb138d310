import type { Article, ArticleNode } from '@fanal/contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import { endWidgets, inWidget, startWidget } from '../../ui/testing/find-in-widget.ts'
import { articles } from '../../ui/testing/sample-help.ts'

afterEach(() => {
  vi.restoreAllMocks()
  endWidgets()
})

async function openArticle(body: ArticleNode[], options: Parameters<typeof startWidget>[0] = {}) {
  const widget = startWidget(options)
  const [sample] = articles(options.locale ?? 'fr')
  const article = { ...sample, id: 'outils', toc: [], flow: null, body } as Article
  widget.answers['/v1/articles/outils'] = () => article
  widget.panel.article('outils', 'api')
  const find = inWidget(widget)
  await find.findByRole('button', { name: /^(Copier le lien|Copy link)$/ }, { timeout: 15_000 })
  return { widget, find }
}

const imageAt = (src: string): ArticleNode => ({
  type: 'paragraph',
  children: [{ type: 'image', src, alt: 'Le voyant vert' }],
})
/** Nothing answers there. */
const missing = imageAt('https://127.0.0.1:9/absente.png')
const image = imageAt(`${location.origin}/examples/cabinet/help/images/imprimante-bac.png`)

describe('an article’s tools', () => {
  it('copy a link to this page that opens the article', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const { find } = await openArticle([])
    await userEvent.click(find.getByRole('button', { name: 'Copier le lien' }))
    expect(await find.findByText('Lien copié.')).toBeVisible()
    expect(new URL(String(writeText.mock.calls[0]?.[0])).searchParams.get('fanal-article')).toBe('outils')
  })

  it('give the link to be copied by hand where the page may not write to the clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    vi.spyOn(document, 'execCommand').mockReturnValue(false)
    const { find } = await openArticle([])
    await userEvent.click(find.getByRole('button', { name: 'Copier le lien' }))
    const field: HTMLInputElement = await find.findByRole('textbox', { name: /Copiez cette adresse/ })
    expect(field.value).toContain('fanal-article=outils')
    expect(field.selectionEnd).toBe(field.value.length)
  })

  it('copy a block of code as it stands', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const { find } = await openArticle([{ type: 'code', value: 'lpstat -p\nPRET' }])
    await userEvent.click(find.getByRole('button', { name: 'Copier le texte' }))
    expect(await find.findByText('Texte copié.')).toBeInTheDocument()
    expect(writeText).toHaveBeenCalledWith('lpstat -p\nPRET')
  })

  it('make a stop for the keyboard only of tables that are too wide, named after what they stand under', async () => {
    const text = (value: string): ArticleNode[] => [{ type: 'text', value }]
    const wide = Array.from({ length: 12 }, (_, n) => text(`colonne-numéro-${n}`))
    const { find } = await openArticle([
      { type: 'table', align: [], head: [text('Code')], rows: [[text('E-104')]] },
      { type: 'heading', depth: 2, id: 'codes', children: text('Si un code s’affiche') },
      { type: 'table', align: [], head: wide, rows: [wide] },
    ])
    const region = await find.findByRole('region', { name: /^Tableau\s: Si un code s’affiche$/ })
    expect(region.tabIndex).toBe(0)
    await expect.poll(() => find.queryAllByRole('region', { name: /Tableau/ }).length).toBe(1)
  })

  it('say what a picture would show when it does not arrive, and ask for it again', async () => {
    const { widget, find } = await openArticle([missing])
    expect(await find.findByText(/L’image ne s’affiche pas\s: Le voyant vert/)).toBeVisible()
    const retry = find.getByRole('button', { name: 'Réessayer' })
    retry.focus()
    await userEvent.click(retry)
    await expect.poll(() => widget.runtime.root.activeElement?.textContent).toBe('Réessayer')
  })

  it.each([
    ['fr', 'light'],
    ['fr', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)(
    'have nothing for axe to find, an image missing and a link to copy by hand (%s, %s)',
    async (locale, theme) => {
      vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
      vi.spyOn(document, 'execCommand').mockReturnValue(false)
      const { widget, find } = await openArticle([{ type: 'code', value: 'PRET' }, missing], { locale, theme })
      await find.findByRole('button', { name: /Réessayer|Try again/ })
      await userEvent.click(find.getByRole('button', { name: /Copier le lien|Copy link/ }))
      await find.findByRole('textbox', { name: /Copiez|Copy/ })
      expect(await findViolations(widget.runtime.root.host)).toEqual([])
    },
  )
})

describe('reading', () => {
  it('is gone on with where it was left, once half of it was read', async () => {
    const lines = Array.from(
      { length: 60 },
      (_, n): ArticleNode => ({
        type: 'paragraph',
        children: [{ type: 'text', value: `Ligne ${n}` }],
      }),
    )
    const { widget } = await openArticle(lines)
    const view = widget.runtime.root.querySelector('.view')
    if (view) view.scrollTop = view.scrollHeight / 2
    const unfinished = async () => (await widget.runtime.memory())?.unfinished()
    await expect.poll(unfinished, { timeout: 10_000 }).toMatchObject([{ id: 'outils' }])
    if (view) view.scrollTop = view.scrollHeight
    await expect.poll(unfinished, { timeout: 10_000 }).toEqual([])
  })
})

describe('an enlarged image', () => {
  async function enlarge(options: Parameters<typeof startWidget>[0] = {}) {
    const { widget, find } = await openArticle([image], options)
    const name = /^(Agrandir l’image|Enlarge the image)\s?: Le voyant vert$/
    const trigger = await find.findByRole('button', { name }, { timeout: 15_000 })
    trigger.focus()
    await userEvent.keyboard('{Enter}')
    const dialog = await find.findByRole('dialog', { name: 'Le voyant vert' })
    const large = dialog.querySelector('img') as HTMLImageElement
    return { widget, find, trigger, dialog, large }
  }
  const scaleOf = ({ style }: HTMLElement) => Number(/scale\((.+)\)/.exec(style.transform)?.[1])

  it('stands over everything, also a modal dialog of the page, and gives the focus back at Escape', async () => {
    const { widget, dialog, trigger } = await enlarge()
    expect(dialog.matches(':modal')).toBe(true)
    expect(dialog.contains(widget.runtime.root.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => widget.runtime.root.activeElement).toBe(trigger)
    expect(dialog.isConnected).toBe(false)
    expect(widget.panel.isOpen).toBe(true)
  })

  it('comes closer with +, goes back with −, and fits again with 0', async () => {
    const { find, large } = await enlarge()
    await userEvent.keyboard('++')
    expect(scaleOf(large)).toBe(2.25)
    expect(find.getByText(/^225\s%$/)).toBeVisible()
    await userEvent.keyboard('-')
    expect(scaleOf(large)).toBe(1.5)
    await userEvent.click(find.getByRole('button', { name: 'Agrandir' }))
    await userEvent.keyboard('0')
    expect(scaleOf(large)).toBe(1)
  })

  it('comes closer under the wheel and under two fingers, moves with the finger, closes at a tap beside it', async () => {
    const { dialog, large } = await enlarge()
    const stage = large.parentElement as HTMLElement
    stage.setPointerCapture = () => {}
    const point = (type: string, pointerId: number, clientX: number, clientY: number, target: Element = stage) =>
      target.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY, bubbles: true, cancelable: true }))
    stage.dispatchEvent(new WheelEvent('wheel', { deltaY: -400, bubbles: true, cancelable: true }))
    const wheeled = scaleOf(large)
    expect(wheeled).toBeGreaterThan(2)
    const { left, top, width, height } = stage.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    point('pointerdown', 1, x - 50, y)
    point('pointerdown', 2, x + 50, y)
    point('pointermove', 2, x + 100, y)
    expect(scaleOf(large)).toBeCloseTo(wheeled * 1.5)
    point('pointerup', 1, x - 50, y)
    point('pointerup', 2, x + 100, y)
    expect(dialog.isConnected).toBe(true)
    point('pointerdown', 3, left + 2, top + 2)
    point('pointerup', 3, left + 2, top + 2)
    await expect.poll(() => dialog.isConnected).toBe(false)
  })

  it('goes with log out and with the widget', async () => {
    const { widget, dialog } = await enlarge()
    widget.emit('reset')
    expect(dialog.isConnected).toBe(false)
  })

  it.each(['fr', 'en'] as const)('has nothing for axe to find (%s)', async (locale) => {
    const { widget } = await enlarge({ locale })
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
  })
})

describe('printing', () => {
  it('puts the article alone on paper, with its date and source, and leaves the page as it was', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => void dispatchEvent(new Event('beforeprint')))
    document.title = 'Dossier de Mme Martin'
    const sheets = document.adoptedStyleSheets.length
    const { find } = await openArticle([{ type: 'paragraph', children: [{ type: 'text', value: 'Tirez le bac.' }] }])
    await userEvent.click(find.getByRole('button', { name: 'Imprimer' }))
    await expect.poll(() => print.mock.calls.length).toBe(1)
    const paper = document.querySelector('fanal-print')
    expect(document.title).toBe('Mon ordonnance ne s’imprime pas')
    const text = paper?.shadowRoot?.textContent ?? ''
    expect(text).toContain('Tirez le bac.')
    expect(text).toMatch(
      /Mis à jour le 12 février 2026 · Imprimé le .+ · Aide de localhost, article «\soutils\s», version 4/,
    )
    expect(text).not.toContain('utile')
    dispatchEvent(new Event('afterprint'))
    expect(document.querySelector('fanal-print')).toBeNull()
    expect(document.title).toBe('Dossier de Mme Martin')
    expect(document.adoptedStyleSheets).toHaveLength(sheets)
  })

  it('says so when its part cannot be fetched', async () => {
    const { widget, find } = await openArticle([])
    widget.broken.add('print')
    await userEvent.click(find.getByRole('button', { name: 'Imprimer' }))
    expect(await find.findByText(/Indisponible pour l’instant/)).toBeVisible()
  })
})
