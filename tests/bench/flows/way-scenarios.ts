/** Across pages and reloads, under a strict policy, and what is left at the end. */
import { countHeld } from '../../support/count-left.ts'
import { printButton, type Scenario, step } from './scenario.ts'
import { allOf } from './stage.ts'

const readButton = { css: '#lire', role: 'button', name: 'Lire' }
const runs = 20
/** In these, files load and the browser's caches fill. */
const warmUps = 3

export const wayScenarios: Scenario[] = [
  {
    id: 'navigation',
    name: 'a click that leaves the page: the next step waits on the other one',
    steps: [
      step('Un', { target: { css: '#suite', role: 'link', name: 'La suite' }, on: 'click', page: '/s/navigation' }),
      step('Deux', { target: readButton, page: '/s/suite' }),
    ],
    body: '<a id="suite" href="/s/suite">La suite</a>',
    pages: { '/s/suite': '<button id="lire">Lire</button>' },
    run: async ({ click, start, shows, page, pointsAt }) => {
      await start()
      await shows('Un')
      await click('#suite')
      await page.waitForURL('**/s/suite*')
      return pointsAt(page.locator('#lire'), 5000)
    },
  },
  {
    id: 'reload',
    name: 'a reload: the same step is there again',
    steps: [step('Un', { target: printButton }), step('Deux', { target: readButton })],
    body: '<button id="imprimer">Imprimer</button> <button id="lire">Lire</button>',
    run: async ({ start, shows, next, page, pointsAt }) => {
      await start()
      return allOf(
        () => shows('Un'),
        async () => {
          await next()
          return shows('Deux')
        },
        async () => {
          await page.reload()
          return pointsAt(page.locator('#lire'), 5000)
        },
      )
    },
  },
  {
    id: 'policy',
    name: 'a strict policy with Trusted Types: no violation',
    policy: `default-src 'self'; script-src 'self' {fanal}; connect-src 'self' {fanal}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
    steps: [step('Un', { target: printButton }), step('Deux', { target: printButton })],
    body: '<button id="imprimer">Imprimer</button>',
    run: async ({ start, shows, next, page, pointsAt }) => {
      await start()
      return allOf(
        () => pointsAt(page.locator('#imprimer')),
        async () => {
          await next()
          return shows('Deux')
        },
        async () => {
          const broken = await page.evaluate<string[]>('window.violations')
          return broken.length === 0 ? null : `${broken.length} violations (${[...new Set(broken)].join(', ')})`
        },
      )
    },
  },
  {
    id: 'left',
    name: `nodes and listeners left after ${runs} runs`,
    steps: [step('Un', { target: printButton }), step('Deux', { target: printButton })],
    body: '<button id="imprimer">Imprimer</button>',
    run: async ({ start, shows, next, page, subject }) => {
      const session = await page.context().newCDPSession(page)
      const walk = async () => {
        await start()
        if ((await shows('Un')) !== null) throw new Error('the tour does not start again')
        await next()
        await shows('Deux')
        await page.evaluate(subject.stop)
        await page.locator(subject.card).first().waitFor({ state: 'hidden' })
        await page.waitForTimeout(500)
      }
      for (let done = 0; done < warmUps; done++) await walk()
      const before = await countHeld(session)
      for (let done = 0; done < runs; done++) await walk()
      const after = await countHeld(session)
      const [nodes, listeners] = [after.nodes - before.nodes, after.listeners - before.listeners]
      return nodes < runs && listeners < runs ? null : `${nodes} nodes, ${listeners} listeners`
    },
  },
  {
    id: 'traces',
    name: 'the page’s own elements are as they were before',
    steps: [step('Un', { target: printButton }), step('Deux', { target: printButton })],
    body: '<button id="imprimer">Imprimer</button>',
    run: async ({ start, shows, next, page, subject }) => {
      const look = `document.body.outerHTML.replace(/<fanal-[a-z]+[^>]*><\\/fanal-[a-z]+>/g, '') + document.documentElement.className`
      const before = await page.evaluate<string>(look)
      await start()
      await shows('Un')
      await next()
      await shows('Deux')
      await page.evaluate(subject.stop)
      await page.locator(subject.card).first().waitFor({ state: 'hidden' })
      await page.waitForTimeout(500)
      const after = await page.evaluate<string>(look)
      if (after === before) return null
      return `left behind: ${difference(before, after)}`
    },
  },
]

/** Where two texts begin to differ. */
function difference(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  return after.slice(at, at + 40).replace(/\s+/g, ' ')
}
