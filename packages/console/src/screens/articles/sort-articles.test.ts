import { expect, test } from 'vitest'
import { type ArticleRow, readSort, sortArticles, sortChanges } from './sort-articles.ts'

function article(id: string, read: number, title: string | null = id): ArticleRow {
  return { id, title, opened: 0, read, yes: 0, no: 0, h: 0.6, reasons: {}, contactAfterRead: 0 }
}

test('most read first when the URL says nothing', () => {
  expect(readSort({})).toEqual({ column: 'read', direction: 'descending' })
  expect(sortArticles([article('a', 1), article('b', 5)], readSort({}), 'fr').map(({ id }) => id)).toEqual(['b', 'a'])
})

test('titles start from A and follow the rules of the language', () => {
  const rows = [article('1', 0, 'Zone'), article('2', 0, 'Écran'), article('3', 0, 'Éditer'), article('4', 0, 'edi')]
  const sort = readSort({ sort: 'title' })
  expect(sort.direction).toBe('ascending')
  expect(sortArticles(rows, sort, 'fr').map(({ title }) => title)).toEqual(['Écran', 'edi', 'Éditer', 'Zone'])
})

test('equal rows keep the order of their ids, whatever the direction', () => {
  const rows = [article('b', 2), article('a', 2)]
  expect(sortArticles(rows, readSort({ dir: 'asc' }), 'fr').map(({ id }) => id)).toEqual(['a', 'b'])
  expect(sortArticles(rows, readSort({}), 'fr').map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a click turns the sorted column round, then back; another column starts its usual way', () => {
  expect(sortChanges('read', readSort({}))).toEqual({ sort: null, dir: 'asc' })
  expect(sortChanges('read', readSort({ dir: 'asc' }))).toEqual({ sort: null, dir: null })
  expect(sortChanges('title', readSort({}))).toEqual({ sort: 'title', dir: null })
  expect(sortChanges('title', readSort({ sort: 'title' }))).toEqual({ sort: 'title', dir: 'desc' })
})
