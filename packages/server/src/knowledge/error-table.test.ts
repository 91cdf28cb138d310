import { expect, test } from 'vitest'
import { errorTable } from './error-table.ts'
import type { LoadedArticle } from './knowledge.ts'
import { suggest } from './suggest.ts'

function article(id: string, errors?: string[], locale = 'fr'): LoadedArticle {
  return {
    id,
    title: `Titre ${id}`,
    revision: 1,
    locale,
    category: null,
    summary: null,
    body: [],
    toc: [],
    related: [],
    flow: null,
    updatedAt: '2026-03-02T09:00:00.000Z',
    file: `${id}.md`,
    frontMatter: { title: `Titre ${id}`, ...(errors && { errors }) },
    plainText: '',
    contentHash: '',
  }
}

test('codes stand before messages, each with its article', () => {
  const table = errorTable([
    article('serveur', ['Le serveur ne répond pas', 'ERR_TIMEOUT']),
    article('rejet', ['B2-043']),
    article('agenda'),
  ])
  expect(Object.entries(table ?? {})).toEqual([
    ['B2-043', 'rejet'],
    ['ERR_TIMEOUT', 'serveur'],
    ['Le serveur ne répond pas', 'serveur'],
  ])
})

test('there is no table where no article names an error', () => {
  expect(errorTable([article('agenda'), article('vide', ['—'])])).toBeUndefined()
})

test('one error written two ways is one entry, with the article that suggestions name first', () => {
  const articles = [article('b', ['b2 043']), article('a', ['B2-043', 'B2_043']), article('c', ['B2.043'])]
  expect(errorTable(articles)).toEqual({ 'B2-043': 'a' })
  expect(suggest(articles, {}, { errors: ['Rejet B2-043'], limit: 1 })).toMatchObject([{ id: 'a' }])
})

test('only articles of the locale asked for', () => {
  const articles = [article('rejet-en', ['B2-043'], 'en'), article('rejet-fr', ['B2-043'])]
  expect(errorTable(articles, 'fr')).toEqual({ 'B2-043': 'rejet-fr' })
})

test('forty at most, the same ones each time', () => {
  const articles = Array.from({ length: 450 }, (_, number) =>
    article(`a${number}`, [`E-${1000 + number}`, 'Un message']),
  )
  const table = errorTable(articles) ?? {}
  expect(Object.keys(table)).toHaveLength(40)
  expect(Object.keys(table)[39]).toBe('E-1039')
  expect(errorTable(articles.reverse())).toEqual(table)
})
