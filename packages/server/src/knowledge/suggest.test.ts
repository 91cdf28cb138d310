import { expect, test } from 'vitest'
import type { LoadedArticle } from './knowledge.ts'
import { pageFit } from './page-fit.ts'
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

test('after explicit articles come those of the category that the settings put there', () => {
  expect(whys({ page: '/facturation' })).toEqual(['facturer page:/facturation', 'tarifs category'])
})

const base = new Map(articles.map((one) => [one.id, one]))

test('those of the category of an article written for the page come when they are useful there, the most useful first', () => {
  const useful: Record<string, number> = { avoir: 1.4, tarifs: 1.1, rejet: 0.8 }
  const use = ({ id }: { id: string }) => ({ reads: 1, helpfulness: 0.7, value: useful[id] ?? 0.6 })
  const found = suggest(articles, settings, { page: '/facturation' }, { use })
  expect(found.map(({ id, why }) => `${id} ${why}`)).toEqual([
    'facturer page:/facturation',
    'avoir category',
    'tarifs category',
  ])
})

test('what was written for the page is ordered by use too; what readers found useless there comes only where it was', () => {
  const two = [article('a', { pages: ['/agenda'] }), article('b', { pages: ['/agenda'] }), article('c', {})]
  const use = ({ id }: { id: string }) => ({ reads: 1, helpfulness: 0.3, value: id === 'b' ? 0.4 : 0.3 })
  const found = suggest(two, {}, { page: '/agenda' }, { use, wordFit: () => 1 })
  expect(found.map(({ id }) => id)).toEqual(['b', 'a'])
})

test('a page that nobody wrote for gets the articles about half of its words or more', () => {
  const cold = (page: string, title?: string) => {
    const wordFit = pageFit(base, { page, ...(title === undefined ? {} : { title }) })
    return suggest(articles, {}, { page, explain: true }, { wordFit }).map(
      ({ id, why, score }) => `${id} ${why} ${score?.fit.toFixed(2)}`,
    )
  }
  expect(cold('/app/carte')).toEqual(['carte title 1.00'])
  expect(cold('/ecran-7', 'Tarifs')).toEqual([])
  expect(cold('/tarifs/nouveau')).toEqual(['nouveau title 0.67'])
  expect(cold('/agenda')).toEqual([])
})

test('an error message that holds the code counts, one that holds a longer code does not', () => {
  expect(whys({ errors: ['Rejet B2-043 : NIR inconnu'] })).toEqual(['rejet error:B2-043'])
  expect(whys({ errors: ['b2043'] })).toEqual(['rejet error:B2-043'])
  expect(whys({ errors: ['Rejet B2-0431'] })).toEqual([])
})

test('three at most unless more are asked for, none where nothing is known', () => {
  const many = { page: '/patients/nouveau', errors: ['B2-043'], features: ['carte-vitale'] }
  expect(suggest(articles, settings, many)).toHaveLength(3)
  expect(suggest(articles, settings, { ...many, limit: 4 })).toHaveLength(4)
  expect(suggest(articles, settings, { page: '/agenda' })).toEqual([])
})

test('page rules hold the top three of every page that content names, the most precise page first', () => {
  const rules = pageRules({ articles: new Map(articles.map((one) => [one.id, one])), settings })
  expect(rules.map((rule) => [rule.page, rule.articles])).toEqual([
    ['/patients/nouveau', ['nouveau', 'patient']],
    ['/facturation', ['facturer', 'tarifs']],
    ['/facturation/**', ['facturer', 'tarifs']],
    ['/patients/**', ['patient']],
    ['/patients/:id', ['patient']],
  ])
})
