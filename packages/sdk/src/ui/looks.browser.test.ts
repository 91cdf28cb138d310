/** What a project says of the widget's looks: every accent stays readable, corners and density reach every surface. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { accents, backgroundOf, contrast, endTransitions, faintTexts } from './testing/contrast.ts'
import type { FakeWidget } from './testing/fake-runtime.ts'
import { endWidgets, inWidget, startWidget } from './testing/find-in-widget.ts'

beforeEach(() => page.viewport(1280, 800))
afterEach(endWidgets)

it('contrast is measured as WCAG does', () => {
  expect(contrast('#fff', '#767676')).toBeCloseTo(4.54, 2)
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5)
})

const panelOf = ({ runtime }: FakeWidget) => {
  const panel = runtime.root.querySelector<HTMLElement>('.panel')
  if (!panel) throw new Error('there is no panel')
  return panel
}

/** Each view, and how to tell that it is there. */
const views: Record<string, (widget: FakeWidget) => Promise<unknown>> = {
  async home(widget) {
    widget.panel.open()
    await inWidget(widget).findByText(/feuille de soins/)
  },
  async results(widget) {
    widget.panel.search('carte')
    await inWidget(widget).findAllByRole('listitem')
  },
  async 'no results'(widget) {
    widget.panel.search('lecteur zzz')
    await inWidget(widget).findByRole('button', { name: 'Écrire au support' })
  },
  async article(widget) {
    widget.panel.article('imprimante', 'api')
    await inWidget(widget).findByRole('button', { name: 'Démarrer le guide' })
  },
  async contact(widget) {
    widget.panel.contact('api')
    await inWidget(widget).findByLabelText(/Sujet/)
  },
}

describe.each(Object.keys(views))('%s', (view) => {
  it.each(['light', 'dark'] as const)('is readable with every accent, %s', async (theme) => {
    const widget = startWidget({ theme })
    await views[view]?.(widget)
    const panel = panelOf(widget)
    const found = accents.flatMap((accent) => {
      panel.style.setProperty('--fanal-accent', accent)
      return faintTexts(panel, 4.5).map((faint) => ({ accent, ...faint }))
    })
    expect(found).toEqual([])
  })
})

describe.each(['light', 'dark'] as const)('with every accent, %s', (theme) => {
  it('main buttons, the focus ring and chosen answers stand out from what is behind them', async () => {
    const widget = startWidget({ theme })
    widget.panel.article('imprimante', 'api')
    const start = await inWidget(widget).findByRole('button', { name: 'Démarrer le guide' })
    const yes = inWidget(widget).getByRole('button', { name: 'Oui' })
    yes.ariaPressed = 'true'
    const panel = panelOf(widget)
    start.focus()
    const found = accents.flatMap((accent) => {
      panel.style.setProperty('--fanal-accent', accent)
      endTransitions(panel)
      const behind = backgroundOf(start.parentElement ?? start)
      return [
        { part: 'button', ratio: contrast(getComputedStyle(start).borderTopColor, behind) },
        { part: 'ring', ratio: contrast(getComputedStyle(start).outlineColor, behind) },
        { part: 'answer', ratio: contrast(getComputedStyle(yes).borderTopColor, backgroundOf(panel)) },
      ].flatMap(({ part, ratio }) => (ratio < 3 ? [{ accent, part, ratio }] : []))
    })
    expect(found).toEqual([])
  })
})

describe('radius', () => {
  const cornersOf = async (radius: number) => {
    const widget = startWidget({ radius })
    widget.panel.article('imprimante', 'api')
    const button: HTMLElement = await inWidget(widget).findByRole('button', { name: 'Démarrer le guide' })
    return [panelOf(widget), button].map((element) => getComputedStyle(element).borderRadius)
  }
  it.each([
    [0, ['0px', '0px']],
    [8, ['8px', '5px']],
    [24, ['24px', '15px']],
  ])('%i px rounds the panel, and what stands in it in proportion', async (radius, corners) => {
    expect(await cornersOf(radius)).toEqual(corners)
  })

  it('0 leaves no corner round but those of dots', async () => {
    const widget = startWidget({ radius: 0 })
    widget.panel.article('imprimante', 'api')
    await inWidget(widget).findByRole('button', { name: 'Démarrer le guide' })
    const round = [...panelOf(widget).querySelectorAll('*')].filter(
      (element) => !/^(0px|50%)$/.test(getComputedStyle(element).borderRadius),
    )
    expect(round.map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([])
  })
})

describe('density', () => {
  it.each([
    ['comfortable', 44, '15px'],
    ['compact', 36, '14px'],
  ] as const)('%s: controls are %i px high', async (density, height, fontSize) => {
    const widget = startWidget({ density })
    widget.panel.contact('api')
    const subject = await inWidget(widget).findByLabelText(/Sujet/)
    expect(subject.offsetHeight).toBe(height)
    expect(getComputedStyle(subject).fontSize).toBe('16px')
    expect(getComputedStyle(panelOf(widget)).fontSize).toBe(fontSize)
  })

  it('compact shows more of the same on a screen', async () => {
    const heights = await Promise.all(
      (['comfortable', 'compact'] as const).map(async (density) => {
        const widget = startWidget({ density })
        widget.panel.open()
        await inWidget(widget).findByText(/feuille de soins/)
        return panelOf(widget).querySelector('ul')?.offsetHeight ?? 0
      }),
    )
    expect(heights[1]).toBeLessThan((heights[0] ?? 0) * 0.92)
  })
})
