import { expect, test } from 'vitest'
import { facetFilters, numericFilters, tagFilters } from './filter-lists.ts'
import { type Filterable, parseFilters } from './filters.ts'
import { readConditions } from './param-values.ts'

const article: Filterable = {
  facets: {
    category: ['Ordonnances'],
    locale: ['fr'],
    topics: ['imprimante', 'papier'],
    _tags: ['imprimante', '-50 %'],
  },
  numbers: { revision: 3 },
}
const holds = (filters: string) => parseFilters(filters)(article)
const asked = (value: unknown) => readConditions({ list: value }, 'list')

test.each([
  ['', true],
  ['category:Ordonnances', true],
  ['category:"ordonnances"', true],
  ["category:'Facturation'", false],
  ['category:"Ordonnances" AND locale:fr', true],
  ['category:"Ordonnances" AND locale:en', false],
  ['locale:en OR topics:papier', true],
  ['NOT locale:fr', false],
  ['NOT (locale:en OR category:Facturation)', true],
  // OR binds tighter, as in Algolia's ANDs of ORs
  ['locale:en AND category:Facturation OR topics:papier', false],
  ['price:12', false],
  ['revision > 2', true],
  ['revision>=3 AND revision!=4', true],
  ['revision < 3', false],
  ['revision:3', true],
  ['revision:1 TO 3', true],
  ['revision:4 TO 9 OR locale:fr', true],
  ['price > 3', false],
  ['revision > -1.5', true],
  ['imprimante', true],
  ['imprimante AND NOT facture', true],
  ['_tags:imprimante', true],
  ['locale:fr<score=2> OR locale:en<score=1>', true],
])('filters %s', (filters, expected) => {
  expect(holds(filters)).toBe(expected)
})

test.each([
  ['price > cher', 'filters: a number is missing after "price >" at position 8.'],
  ['price:3 TO beaucoup', 'filters: a number is missing after "price:3 TO" at position 11.'],
  ['(locale:fr', 'filters: a ")" is missing at position 10.'],
  ['locale:', 'filters: a value is missing at position 7.'],
  ['locale:fr category:x', 'filters: "category" was not expected; join conditions with AND or OR at position 10.'],
  ['category:"x', 'filters: a quote is not closed at position 9.'],
  ['AND locale:fr', 'filters: a condition is missing at position 0.'],
  ['('.repeat(500), 'filters: nested more than 20 deep at position 21.'],
])('filters %s is refused with its place', (filters, message) => {
  expect(() => parseFilters(filters)).toThrow(message)
})

test.each([
  [['category:Ordonnances', ['locale:en', 'locale:fr']], true],
  ['["category:-Ordonnances"]', false],
  ['category:Ordonnances,locale:en', false],
  ['category:Ordonnances,(locale:en,locale:fr)', true],
  [[[]], true],
  [['_tags:\\-50 %'], true],
  [['_tags:-50 %'], true],
  [['-locale:fr'], false],
  [['inconnu:x'], false],
  [['revision:3'], true],
])('facet filters %j', (value, expected) => {
  expect(facetFilters(asked(value))(article)).toBe(expected)
})

test('a value with a leading minus is told from a negation by a backslash', () => {
  expect(facetFilters(asked(['_tags:\\-60 %']))(article)).toBe(false)
  expect(facetFilters(asked(['_tags:-imprimante']))(article)).toBe(false)
})

test.each([
  [['revision>=2', 'revision:1 TO 3'], true],
  [['revision<3'], false],
  ['revision<3,revision>1', false],
  [[['revision<3', 'revision=3']], true],
  [['price>0'], false],
])('numeric filters %j', (value, expected) => {
  expect(numericFilters(asked(value))(article)).toBe(expected)
})

test.each([
  ['imprimante', true],
  ['(facture,imprimante)', true],
  [['-imprimante'], false],
])('tag filters %j', (value, expected) => {
  expect(tagFilters(asked(value))(article)).toBe(expected)
})

test('lists that cannot be read are refused by name', () => {
  expect(() => asked([3])).toThrow('list: each condition must be a text.')
  expect(() => asked('[oops')).toThrow('list: is not JSON.')
  expect(() => asked('(a:b')).toThrow('list: has a parenthesis without its other half.')
  expect(() => asked(Array(501).fill('a:b'))).toThrow('list: holds more than 500 conditions.')
  expect(() => facetFilters([['x']])).toThrow('facetFilters: "x" must look like "category:Facturation".')
  expect(() => numericFilters([['revision']])).toThrow(
    'numericFilters: "revision" must look like "revision>=2" or "revision:2 TO 5".',
  )
})
