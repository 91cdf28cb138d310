import { describe, expect, test } from 'vitest'
import { itemAddress, menuAddress } from './addresses.ts'
import { oneOf, toUrl } from './query.ts'

describe('toUrl', () => {
  test('lays changes over the query and drops what is taken away', () => {
    expect(toUrl('/console/backlog', { project: 'cabinet', state: 'new' }, { state: null, kind: 'failing' })).toBe(
      '/console/backlog?project=cabinet&kind=failing',
    )
  })

  test('writes no question mark without a query', () => {
    expect(toUrl('/console/backlog', { state: 'new' }, { state: null })).toBe('/console/backlog')
  })

  test('encodes values', () => {
    expect(toUrl('/console', { project: 'a&b=c' })).toBe('/console?project=a%26b%3Dc')
  })
})

test('the menu keeps the project and the period, and drops what belongs to one screen', () => {
  expect(menuAddress('/console/articles', { project: 'labo', period: '7d', window: '24h', state: 'all' })).toBe(
    '/console/articles?project=labo&period=7d',
  )
})

test('an item keeps the filters of its list and has its id encoded', () => {
  expect(itemAddress('a/b', { state: 'all' })).toBe('/console/backlog/a%2Fb?state=all')
})

test('oneOf takes the first choice for anything unknown', () => {
  expect(oneOf('failing', ['all', 'failing'])).toBe('failing')
  expect(oneOf('hello', ['all', 'failing'])).toBe('all')
  expect(oneOf(undefined, ['all', 'failing'])).toBe('all')
})
