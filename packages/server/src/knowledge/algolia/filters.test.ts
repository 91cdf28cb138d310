import { expect, test } from 'vitest'
import { type Facets, parseFacetFilters, parseFilters } from './filters.ts'

const article: Facets = { category: ['Ordonnances'], locale: ['fr'], topics: ['imprimante', 'papier'] }
const holds = (filters: string) => parseFilters(filters)(article)

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
])('filters %s', (filters, expected) => {
  expect(holds(filters)).toBe(expected)
})

test.each([
  ['price > 3', 'filters: numeric comparison "price >" is not supported; use attribute:"value" at position 6.'],
  ['price:3 TO 5', 'filters: ranges are not supported; use attribute:"value" at position 8.'],
  ['(locale:fr', 'filters: a ")" is missing at position 10.'],
  ['locale:', 'filters: a value is missing at position 7.'],
  ['locale:fr category:x', 'filters: "category" was not expected; join conditions with AND or OR at position 10.'],
  ['category:"x', 'filters: a quote is not closed at position 9.'],
  ['AND locale:fr', 'filters: a condition is missing at position 0.'],
  ['('.repeat(500), 'filters: nested more than 20 deep at position 21.'],
])('filters %s is refused with its place', (filters, message) => {
  expect(() => parseFilters(filters)).toThrow(message)
})

test('facet filters: a list is AND, a list inside is OR, a minus negates', () => {
  expect(parseFacetFilters(['category:Ordonnances', ['locale:en', 'locale:fr']])(article)).toBe(true)
  expect(parseFacetFilters('["category:-Ordonnances"]')(article)).toBe(false)
  expect(parseFacetFilters('category:Ordonnances,locale:en')(article)).toBe(false)
  expect(parseFacetFilters([[]])(article)).toBe(true)
  expect(() => parseFacetFilters([3])).toThrow('facetFilters: each must look like "category:Facturation".')
  expect(() => parseFacetFilters('[oops')).toThrow('facetFilters: is not JSON.')
})
