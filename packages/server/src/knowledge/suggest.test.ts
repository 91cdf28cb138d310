import { expect, test } from 'vitest'
import type { LoadedArticle } from './knowledge.ts'
import { pageRules } from './page-rules.ts'
import { suggest } from './suggest.ts'

function article(id: string, frontMatter: Partial<LoadedArticle['frontMatter']>): LoadedArticle {
  return {
    id,
    title: `Titre ${id}`,
    revision: 1,
    locale: 'fr',
    category: frontMatter.category ?? null,
    summary: null,
    body: [],
    toc: [],
    related: [],
    flow: null,
    updatedAt: '2026-03-02T09:00:00.000Z',
    file: `${id}.md`,
    frontMatter: { title: `Titre ${id}`, ...frontMatter },
    plainText: '',
    contentHash: '',
  }
}

const articles = [
  article('rejet', { errors: ['B2-043'], category: 'Facturation' }),
  article('facturer', { pages: ['/facturation'], category: 'Facturation' }),
  article('patient', { pages: ['/patients/:id', '/patients/**'], category: 'Cabinet' }),
  article('nouveau', { pages: ['/patients/nouveau'], category: 'Cabinet' }),
  article('fse', { topics: ['Télétransmission'], category: 'Télétransmission' }),
  article('carte', { features: ['carte-vitale'] }),
  article('avoir', { category: 'Facturation' }),
  article('tarifs', { category: 'Tarifs' }),
]
const settings = { categories: [{ name: 'Tarifs', pages: ['/facturation/**'] }] }
const whys = (context: Parameters<typeof suggest>[2]) =>
  suggest(articles, settings, { limit: 10, ...context }).map(({ id, why }) => `${id} ${why}`)

test('an error comes before the page, the page before the feature, the feature before the topic', () => {
  expect(
    whys({ page: '/patients/nouveau', errors: ['B2-043'], features: ['carte-vitale'], topics: ['teletransmission'] }),
  ).toEqual([
    'rejet error:B2-043',
    'nouveau page:/patients/nouveau',
    'patient page:/patients/:id',
    'carte feature:carte-vitale',
    'fse topic:Télétransmission',
  ])
})

test('after explicit articles come those of the categories that belong to the page', () => {
  expect(whys({ page: '/facturation' })).toEqual([
    'facturer page:/facturation',
    'avoir category',
    'rejet category',
    'tarifs category',
  ])
})

test('an error message that holds the code counts, one that holds a longer code does not', () => {
  expect(whys({ errors: ['Rejet B2-043 : NIR inconnu'] })).toEqual(['rejet error:B2-043'])
  expect(whys({ errors: ['b2043'] })).toEqual(['rejet error:B2-043'])
  expect(whys({ errors: ['Rejet B2-0431'] })).toEqual([])
})

test('three at most unless more are asked for, none where nothing is known', () => {
  expect(suggest(articles, settings, { page: '/facturation' })).toHaveLength(3)
  expect(suggest(articles, settings, { page: '/agenda' })).toEqual([])
})

test('page rules hold the top three of every page that content names, the most precise page first', () => {
  const rules = pageRules(new Map(articles.map((one) => [one.id, one])), settings)
  expect(rules.map((rule) => [rule.page, rule.articles])).toEqual([
    ['/patients/nouveau', ['nouveau', 'patient']],
    ['/facturation', ['facturer', 'avoir', 'rejet']],
    ['/facturation/**', ['tarifs']],
    ['/patients/**', ['patient', 'nouveau']],
    ['/patients/:id', ['patient', 'nouveau']],
  ])
})
