/** Whose the keys, the clicks and the focus are, and what somebody hears who does not see. */
import { printButton, type Scenario, step } from './scenario.ts'
import { allOf, type Stage, until, type Verdict } from './stage.ts'

const amount = { css: '#montant', role: 'textbox', name: 'Montant' }
const counted = (event: string, selector: string) =>
  `window.times = 0; document.querySelector('${selector}').addEventListener('${event}', (event) => {
    if (event.type === 'submit') event.preventDefault()
    window.times += 1
  })`

async function happenedOnce({ page }: Stage): Promise<Verdict> {
  const times = await page.evaluate('window.times')
  return times === 1 ? null : `the page heard it ${times} times`
}

/** Where the focus is, through open shadow roots. */
const focused = `(() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
})()`

const focusIsIn = (selector: string) => `!!${focused}?.closest(${JSON.stringify(selector)})`

export const inputScenarios: Scenario[] = [
  {
    id: 'keys',
    name: 'arrows, Home and Escape typed in the field are the field’s',
    steps: [step('Un', { target: amount }), step('Deux', { target: amount })],
    body: '<label>Montant <input id="montant"></label>',
    script: `window.times = 0; document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') window.times += 1 })`,
    run: async (stage) => {
      await stage.start()
      await stage.shows('Un')
      await stage.click('#montant')
      for (const key of ['1', '2', '0', 'ArrowLeft', '9', 'ArrowRight', 'Home', '7', 'Escape'])
        await stage.page.keyboard.press(key)
      return allOf(
        () => stage.shows('Un', 1000),
        async () => {
          const value = await stage.page.locator('#montant').inputValue()
          return value === '71290' ? null : `the field holds "${value}"`
        },
        () => happenedOnce(stage),
      )
    },
  },
  {
    id: 'click-once',
    name: 'a click on the target reaches the page once and is the step',
    steps: [step('Un', { target: printButton, on: 'click' }), step('Deux')],
    body: '<button id="imprimer">Imprimer</button>',
    script: counted('click', '#imprimer'),
    run: async (stage) => {
      await stage.start()
      await stage.shows('Un')
      await stage.click('#imprimer')
      return allOf(
        () => stage.shows('Deux'),
        () => happenedOnce(stage),
      )
    },
  },
  {
    id: 'submit-once',
    name: 'Enter submits the form once and is the step',
    steps: [
      step('Un', { target: { css: '#saisie', role: 'form', name: 'Saisie' }, on: 'submit' }),
      step('Deux', { target: { css: '#saisie', role: 'form', name: 'Saisie' } }),
    ],
    body: '<form id="saisie" aria-label="Saisie"><label>Montant <input id="montant"></label> <button>Envoyer</button></form>',
    script: counted('submit', 'form'),
    run: async (stage) => {
      await stage.start()
      await stage.shows('Un')
      await stage.click('#montant')
      await stage.page.keyboard.type('30')
      await stage.page.keyboard.press('Enter')
      return allOf(
        () => stage.shows('Deux'),
        () => happenedOnce(stage),
      )
    },
  },
  {
    id: 'tab',
    name: 'Tab reaches the card’s buttons and the target',
    steps: [step('Un', { target: amount }), step('Deux')],
    body: '<label>Montant <input id="montant"></label>',
    run: async ({ start, shows, page, subject }) => {
      await start()
      await shows('Un')
      const reached = { card: false, target: false }
      for (let presses = 0; presses < 15; presses++) {
        await page.keyboard.press('Tab')
        reached.card ||= await page.evaluate<boolean>(
          `!!${focused}?.matches('button, a') && ${focusIsIn(subject.card)}`,
        )
        reached.target ||= await page.evaluate<boolean>(focusIsIn('#montant'))
      }
      if (!reached.card) return 'the card cannot be reached'
      return reached.target ? null : 'the target cannot be reached'
    },
  },
  {
    id: 'focus-back',
    name: 'focus goes back to where it was when the tour is left',
    steps: [step('Un', { target: printButton }), step('Deux')],
    body: '<button id="imprimer">Imprimer</button>',
    run: async ({ shows, page, subject }) => {
      await page.locator('#visite').focus()
      await page.keyboard.press('Enter')
      await shows('Un')
      await page.locator(subject.close).first().focus({ timeout: 3000 })
      await page.keyboard.press('Enter')
      return until(2000, async () =>
        (await page.evaluate<boolean>(focusIsIn('#visite'))) ? null : 'the focus is lost',
      )
    },
  },
  {
    id: 'name',
    name: 'the card is a dialog with the step’s title as its name, its text as description',
    steps: [step('Un', { target: printButton }), step('Deux')],
    body: '<button id="imprimer">Imprimer</button>',
    run: async ({ start, page, shows }) => {
      await start()
      await shows('Un')
      return until(1500, async () => {
        const dialog = page.getByRole('dialog', { name: 'Un', exact: true })
        if ((await dialog.count()) !== 1) return 'no dialog of that name'
        const described = await dialog.evaluate((element) => {
          const root = element.getRootNode() as Document | ShadowRoot
          return root.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
        })
        return described.includes('Voici l’étape un.') ? null : 'no description'
      })
    },
  },
  {
    id: 'announced',
    name: 'the next step is announced: focus in its card, or a live region',
    steps: [step('Un', { target: printButton }), step('Deux', { target: printButton })],
    body: '<button id="imprimer">Imprimer</button>',
    run: async ({ start, next, page, shows, subject }) => {
      await start()
      await shows('Un')
      await next()
      await shows('Deux')
      return until(1500, async () => {
        const spoken = await page.evaluate<boolean>(`(() => {
          const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
          return roots.some((root) => [...root.querySelectorAll('[aria-live], [role=status], [role=alert]')].some(
            (region) => region.textContent.includes('Deux')))
        })()`)
        const moved = await page.evaluate<boolean>(focusIsIn(subject.card))
        return spoken || moved ? null : 'nothing is said'
      })
    },
  },
  {
    id: 'motion',
    name: 'reduced motion: nothing moves between two steps',
    reducedMotion: true,
    steps: [
      step('Un', { target: printButton }),
      step('Deux', { target: { css: '#lire', role: 'button', name: 'Lire' } }),
    ],
    body: '<button id="imprimer">Imprimer</button><p class="loin"></p><button id="lire">Lire</button>',
    run: async ({ start, next, page, shows, subject }) => {
      await start()
      await shows('Un')
      await page.evaluate(`{
        window.places = new Set()
        window.animations = 0
        const look = () => {
          const box = ${subject.pointed}
          const drawn = document.querySelector('.driver-overlay path, .shepherd-modal-overlay-container path')?.getAttribute('d')
          window.places.add(drawn ?? JSON.stringify(box))
          const moving = document.getAnimations().filter(({ effect, playState }) => playState === 'running' && effect.getTiming().duration > 20)
          window.animations = Math.max(window.animations, moving.length)
          requestAnimationFrame(look)
        }
        look()
      }`)
      await next()
      const shown = await shows('Deux')
      if (shown !== null) return shown
      await page.waitForTimeout(800)
      const { places, animations } = await page.evaluate<{ places: number; animations: number }>(
        '({ places: window.places.size, animations: window.animations })',
      )
      if (animations > 0) return `${animations} animations ran`
      return places > 3 ? `it was drawn in ${places} places on the way` : null
    },
  },
]
