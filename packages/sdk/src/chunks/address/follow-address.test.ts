import { expect, it } from 'vitest'
import type { Runtime } from '../../runtime.ts'
import { followAddress } from './follow-address.ts'

/** What only authors need. */
const nothingElse = { key: 'pk_essai', resumeLater: () => {} } as unknown as Runtime

it('opens the article and starts the flow the address asks for, once for a page load', () => {
  const done: unknown[][] = []
  const runtime = {
    ...nothingElse,
    openArticle: (...wish: unknown[]) => void done.push(['article', ...wish]),
    startFlow: (...wish: unknown[]) => void done.push(['flow', ...wish]),
  }
  for (let start = 0; start < 2; start++)
    followAddress(runtime, '?page=2&fanal-article=carte%20vitale&fanal-flow=imprimante', () => done.push(['debug']))
  expect(done).toEqual([
    ['article', 'carte vitale', 'link', 'link'],
    ['flow', 'imprimante', 'link'],
  ])
})

it('opens the overlay for product teams with its parameter alone, for each start of the widget', () => {
  let opened = 0
  const runtime = { ...nothingElse, openArticle: () => {}, startFlow: () => {} }
  for (const search of ['?fanal-debug', '?page=2&fanal-debug=1', '?fanal-article=carte', '?debug', ''])
    followAddress(runtime, search, () => opened++)
  expect(opened).toBe(2)
})
