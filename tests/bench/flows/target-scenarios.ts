/** Targets that come late, go, move, hide, or are not the only ones. */
import { printButton, type Scenario, step } from './scenario.ts'
import { allOf, isInside } from './stage.ts'
import { pointedBox } from './subjects.ts'

const addLater = (ms: number) => `document.querySelector('#visite').addEventListener('click', () => setTimeout(() => {
  const button = document.createElement('button')
  button.id = 'imprimer'
  button.textContent = 'Imprimer'
  document.querySelector('#place').append(button)
}, ${ms}))`

export const targetScenarios: Scenario[] = [
  {
    id: 'late',
    name: 'target comes 2.5 s late',
    steps: [step('Un', { target: printButton })],
    body: '<p id="place"></p>',
    script: addLater(2500),
    run: async ({ start, pointsAt, page }) => {
      await start()
      return pointsAt(page.locator('#imprimer'), 6000)
    },
  },
  {
    id: 'meanwhile',
    name: 'something is shown while the target is late',
    steps: [step('Un', { target: printButton })],
    body: '<p id="place"></p>',
    script: addLater(4000),
    run: async ({ start, shows }) => {
      await start()
      return shows('Un', 2500)
    },
  },
  {
    id: 'focus-kept',
    name: 'a late target takes no focus from who is typing',
    steps: [step('Un', { target: printButton })],
    body: '<p id="place"></p><label>Note <input id="note"></label>',
    script: addLater(2500),
    run: async ({ click, start, shows, page }) => {
      await start()
      await click('#note')
      await page.keyboard.type('Rappeler')
      await page.locator('#imprimer').waitFor()
      return allOf(
        () => shows('Un'),
        async () => {
          await page.keyboard.type(' demain')
          const value = await page.locator('#note').inputValue()
          return value === 'Rappeler demain' ? null : `the field holds "${value}"`
        },
      )
    },
  },
  {
    id: 'replaced',
    name: 'target is replaced by another node, as a re-render does',
    steps: [step('Un', { target: printButton })],
    body: '<div id="hote"><button id="imprimer">Imprimer</button></div>',
    run: async ({ start, pointsAt, page }) => {
      await start()
      return allOf(
        () => pointsAt(page.locator('#imprimer')),
        async () => {
          await page.evaluate(`{
            const hote = document.querySelector('#hote')
            const copy = hote.cloneNode(true)
            copy.style.marginTop = '160px'
            hote.remove()
            setTimeout(() => document.querySelector('main').append(copy), 60)
          }`)
          return pointsAt(page.locator('#imprimer'))
        },
      )
    },
  },
  {
    id: 'moved',
    name: 'target moves without an event',
    steps: [step('Un', { target: printButton })],
    body: '<div id="dessus"></div><button id="imprimer">Imprimer</button>',
    run: async ({ start, pointsAt, page }) => {
      await start()
      return allOf(
        () => pointsAt(page.locator('#imprimer')),
        async () => {
          await page.evaluate(`document.querySelector('#dessus').style.height = '230px'`)
          return pointsAt(page.locator('#imprimer'), 1500)
        },
      )
    },
  },
  {
    id: 'scroller',
    name: 'target far down in a scroller of its own',
    steps: [step('Un', { target: printButton })],
    body: `<div id="liste">${'<p>Une ligne de la liste</p>'.repeat(60)}<button id="imprimer">Imprimer</button>${'<p>Encore une</p>'.repeat(20)}</div>`,
    run: async ({ start, pointsAt, page }) => {
      await start()
      return pointsAt(page.locator('#imprimer'), 5000)
    },
  },
  {
    id: 'ambiguous',
    name: 'two elements fit: rather nothing than the wrong one',
    steps: [step('Un', { target: { css: '.supprimer', role: 'button', name: 'Supprimer' } })],
    body: `<table><tr><td>Durand</td><td><button class="supprimer">Supprimer</button></td></tr>
      <tr><td>Martin</td><td><button class="supprimer">Supprimer</button></td></tr></table>`,
    run: async (stage) => {
      await stage.start()
      return allOf(
        () => stage.shows('Un', 9000),
        async () => ((await pointedBox(stage.page, stage.subject)) ? 'points at one of the two' : null),
      )
    },
  },
  {
    id: 'hidden',
    name: 'target is there and hidden, then shows',
    steps: [step('Un', { target: printButton })],
    body: '<p>Rien à voir</p><button id="imprimer" hidden>Imprimer</button>',
    run: async (stage) => {
      await stage.start()
      await stage.shows('Un')
      const box = await pointedBox(stage.page, stage.subject)
      if (box && box.width < 2) return 'points at something of no size'
      await stage.page.evaluate(`document.querySelector('#imprimer').hidden = false`)
      return stage.pointsAt(stage.page.locator('#imprimer'), 8000)
    },
  },
  {
    id: 'missing',
    name: 'target never comes: the text stays, the tour goes on',
    steps: [
      step('Un', { target: printButton }),
      step('Deux', { target: { css: '#lire', role: 'button', name: 'Lire' } }),
    ],
    body: '<button id="lire">Lire</button>',
    run: async ({ start, shows, next, card, page, pointsAt }) => {
      await start()
      return allOf(
        () => shows('Un', 9000),
        async () => {
          const box = await card.boundingBox()
          return box && isInside(box, page.viewportSize() ?? { width: 0, height: 0 }) ? null : 'the card is outside'
        },
        async () => {
          await next()
          return pointsAt(page.locator('#lire'))
        },
      )
    },
  },
]
