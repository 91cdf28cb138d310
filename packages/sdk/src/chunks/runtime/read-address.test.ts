import { expect, it } from 'vitest'
import { followAddress } from './read-address.ts'

it('opens the article the address asks for, once for a page load', () => {
  const opened: unknown[][] = []
  const runtime = { openArticle: (...wish: unknown[]) => void opened.push(wish) }
  followAddress(runtime, '?page=2&fanal-article=carte%20vitale')
  followAddress(runtime, '?page=2&fanal-article=carte%20vitale')
  expect(opened).toEqual([['carte vitale', 'link', 'link']])
})
