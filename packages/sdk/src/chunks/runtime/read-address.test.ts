import { expect, it } from 'vitest'
import { followAddress } from './read-address.ts'

it('opens the article the address asks for, once for a page load', () => {
  const opened: unknown[][] = []
  const runtime = { openArticle: (...wish: unknown[]) => void opened.push(wish) }
  followAddress(runtime, '?page=2&fanal-article=carte%20vitale', () => opened.push(['debug']))
  followAddress(runtime, '?page=2&fanal-article=carte%20vitale', () => opened.push(['debug']))
  expect(opened).toEqual([['carte vitale', 'link', 'link']])
})

it('opens the overlay for product teams with its parameter alone, for each start of the widget', () => {
  let opened = 0
  const runtime = { openArticle: () => {} }
  for (const search of ['?fanal-debug', '?page=2&fanal-debug=1', '?fanal-article=carte', '?debug', ''])
    followAddress(runtime, search, () => opened++)
  expect(opened).toBe(2)
})
