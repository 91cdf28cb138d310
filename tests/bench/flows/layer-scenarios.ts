/** Layers, roots and frames of the host that a card has to stand over or reach into. */
import { printButton, type Scenario, step } from './scenario.ts'
import { allOf, coveredShare, isInside, type Stage, type Verdict } from './stage.ts'

const readButton = { css: '#lire', role: 'button', name: 'Lire' }

/** Every button of the card is where the pointer finds it. */
async function buttonsCanBeClicked({ card, page }: Stage): Promise<Verdict> {
  for (const button of await card.getByRole('button').all()) {
    const box = await button.boundingBox()
    if (!box) continue
    const hit = await button.evaluate(
      (element, { x, y }) => {
        const root = element.getRootNode() as Document | ShadowRoot
        const top = root.elementFromPoint(x, y)
        return top !== null && (element.contains(top) || top.contains(element))
      },
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    )
    if (!hit || !isInside(box, page.viewportSize() ?? { width: 0, height: 0 }))
      return 'a button of the card is out of reach'
  }
  return null
}

export const layerScenarios: Scenario[] = [
  {
    id: 'modal',
    name: 'inside a modal <dialog> that the step opened',
    steps: [
      step('Un', { target: { css: '#ouvrir', role: 'button', name: 'Ouvrir' }, on: 'click' }),
      step('Deux', { target: { css: '#nom', role: 'textbox', name: 'Nom' } }),
      step('Trois'),
    ],
    body: '<button id="ouvrir">Ouvrir</button><dialog id="fenetre"><label>Nom <input id="nom"></label></dialog>',
    script: `document.querySelector('#ouvrir').addEventListener('click', () => document.querySelector('#fenetre').showModal())`,
    run: async ({ click, start, shows, next, page, pointsAt }) => {
      await start()
      await shows('Un')
      await click('#ouvrir')
      return allOf(
        () => pointsAt(page.locator('#nom')),
        async () => {
          await next()
          return shows('Trois')
        },
      )
    },
  },
  {
    id: 'popover',
    name: 'a menu with popover=auto stays open under a click on the card',
    steps: [
      step('Un', { target: { css: '#menu', role: 'button', name: 'Menu' }, on: 'click' }),
      step('Deux', { target: { css: '#exporter', role: 'button', name: 'Exporter' } }),
      step('Trois', { target: { css: '#exporter', role: 'button', name: 'Exporter' } }),
    ],
    body: '<button id="menu" popovertarget="choix">Menu</button><div id="choix" popover><button id="exporter">Exporter</button></div>',
    run: async ({ click, start, shows, next, page, pointsAt }) => {
      await start()
      await shows('Un')
      await click('#menu')
      return allOf(
        () => pointsAt(page.locator('#exporter')),
        async () => {
          await next()
          return shows('Trois')
        },
        async () =>
          (await page.locator('#choix').evaluate((menu) => menu.matches(':popover-open'))) ? null : 'the menu closed',
      )
    },
  },
  {
    id: 'shadow',
    name: 'target in an open shadow root, and a click on it',
    steps: [
      step('Un', {
        target: { ...readButton, locate: `document.querySelector('#carte').shadowRoot.querySelector('#lire')` },
        on: 'click',
      }),
      step('Deux'),
    ],
    body: '<div id="carte"></div>',
    script: `document.querySelector('#carte').attachShadow({ mode: 'open' }).append(
      Object.assign(document.createElement('button'), { id: 'lire', textContent: 'Lire', style: 'padding: 12px 16px' }))`,
    run: async ({ click, start, shows, page, pointsAt }) => {
      await start()
      return allOf(
        () => pointsAt(page.locator('#lire')),
        async () => {
          await click('#lire')
          return shows('Deux')
        },
      )
    },
  },
  {
    id: 'frame',
    name: 'target in a frame of the same origin',
    steps: [
      step('Un', {
        target: { ...readButton, locate: `document.querySelector('#cadre').contentDocument?.querySelector('#lire')` },
      }),
    ],
    body: '<p>Au-dessus du cadre</p><iframe id="cadre" src="/frame" width="600" height="200"></iframe>',
    run: async ({ start, page, pointsAt }) => {
      await page.frameLocator('#cadre').locator('#lire').waitFor()
      await start()
      return pointsAt(page.frameLocator('#cadre').locator('#lire'))
    },
  },
  {
    id: 'narrow',
    name: '320 px wide: card inside, buttons in reach, target not covered',
    viewport: { width: 320, height: 640 },
    steps: [step('Un', { target: printButton }), step('Deux')],
    body: '<p>Une page étroite, comme sur un téléphone.</p><button id="imprimer">Imprimer</button>',
    run: async (stage) => {
      await stage.start()
      return allOf(
        () => stage.pointsAt(stage.page.locator('#imprimer')),
        () => buttonsCanBeClicked(stage),
      )
    },
  },
  {
    id: 'rtl',
    name: 'a page from right to left',
    html: '<html lang="ar" dir="rtl">',
    steps: [step('Un', { target: printButton }), step('Deux')],
    body: '<p>صفحة من اليمين إلى اليسار</p><button id="imprimer">Imprimer</button>',
    run: async (stage) => {
      await stage.start()
      return allOf(
        () => stage.pointsAt(stage.page.locator('#imprimer')),
        () => buttonsCanBeClicked(stage),
      )
    },
  },
  {
    id: 'transformed',
    name: 'target in a transformed, clipped and stacked box',
    steps: [step('Un', { target: printButton }), step('Deux')],
    body: '<div class="tordu"><button id="imprimer">Imprimer</button></div><div class="dessus">Bandeau</div>',
    run: async (stage) => {
      await stage.start()
      return allOf(
        () => stage.pointsAt(stage.page.locator('#imprimer')),
        () => buttonsCanBeClicked(stage),
        async () => {
          const [card, target] = [await stage.card.boundingBox(), await stage.page.locator('#imprimer').boundingBox()]
          return card && target && coveredShare(card, target) === 0 ? null : 'the card covers the target'
        },
      )
    },
  },
]
