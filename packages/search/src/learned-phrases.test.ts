import { uncertainBelow } from '@fanal/contract'
import { expect, test } from 'vitest'
import { createSearchIndex, type SearchDocument } from './search-index.ts'

const articles: SearchDocument[] = [
  { id: 'clavier', locale: 'fr', title: 'Afficher le clavier à l’écran', body: 'Touchez une case de texte.' },
  { id: 'clavier-langue', locale: 'fr', title: 'Changer la langue du clavier', body: 'Ouvrez les réglages.' },
  { id: 'reseau', locale: 'fr', title: 'Se connecter au réseau', body: 'Choisissez un réseau dans le menu.' },
  { id: 'telephone', locale: 'fr', title: 'Brancher un téléphone', body: 'Le téléphone apparaît dans les fichiers.' },
]

/** The same articles, after visitors taught phrases about some. */
const taught = (phrases: Record<string, string[]>) =>
  createSearchIndex(articles.map((article) => ({ ...article, learned: phrases[article.id] ?? [] })))
const plain = createSearchIndex(articles)
const ids = (index: typeof plain, query: string) => index.search(query).hits.map(({ id }) => id)

test('words that no article holds find the one that visitors used them for, and surely', () => {
  expect(ids(plain, 'ça mouline')).toEqual([])
  const { hits, confidence } = taught({ reseau: ['ça mouline'] }).search('ça mouline')
  expect(hits.map(({ id }) => id)).toEqual(['reseau'])
  expect(hits[0]?.matches().terms).toEqual({ moulin: ['learned'] })
  expect(confidence).toBeGreaterThan(uncertainBelow)
})

test('a phrase that holds all of the query comes before an article that merely mentions it', () => {
  const index = taught({ reseau: ['pas de case dans le menu'] })
  expect(ids(plain, 'case menu')[0]).toBe('clavier')
  expect(ids(index, 'case menu')[0]).toBe('reseau')
})

test('an incidental word of a long phrase moves no article that is about it', () => {
  const index = taught({ reseau: ['partager internet avec mon téléphone'] })
  for (const query of ['téléphone', 'brancher mon téléphone', 'téléphone fichiers']) {
    expect(ids(index, query)[0]).toBe('telephone')
  }
})

test('what visitors mistype is corrected all the same, and nothing is corrected to it', () => {
  const index = taught({ clavier: ['clavié virtuel'], reseau: ['rézo'] })
  expect(ids(index, 'changer langue du clavié')[0]).toBe('clavier-langue')
  expect(ids(index, 'clavié virtuel')[0]).toBe('clavier')
  expect(ids(index, 'rézi')).toEqual(ids(plain, 'rézi'))
})

test('articles that nobody taught anything about are weighed as before', () => {
  const index = taught({ clavier: ['réseau clavier réseau'], telephone: ['ça mouline'] })
  const scores = (of: typeof plain) => of.search('connecter le réseau').hits.filter(({ id }) => id === 'reseau')
  expect(scores(index)).toHaveLength(1)
  expect(scores(index)[0]?.score).toBe(scores(plain)[0]?.score)
})
