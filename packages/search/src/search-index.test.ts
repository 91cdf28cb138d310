import { expect, test } from 'vitest'
import { createSearchIndex, type SearchDocument } from './search-index.ts'

const articles: SearchDocument[] = [
  {
    id: 'imprimante-ordonnance',
    locale: 'fr',
    title: "L'ordonnance ne sort pas de l'imprimante",
    symptoms: ["mon ordonnance ne s'imprime pas", "l'imprimante ne répond plus"],
    summary: 'Vérifier le voyant, le bac et l’imprimante choisie.',
    body: 'Allumez l’imprimante. Le voyant doit être vert. Choisissez le bac des ordonnances.',
  },
  {
    id: 'renouveler-ordonnance',
    locale: 'fr',
    title: 'Renouveler une ordonnance',
    summary: 'Reprendre les lignes d’une ordonnance précédente.',
    body: 'Ouvrez le dossier du patient, puis l’ordonnance à renouveler. Vous pouvez ensuite l’imprimer.',
  },
  {
    id: 'rejet-b2-043',
    locale: 'fr',
    title: 'Corriger un rejet B2-043',
    symptoms: ['B2-043'],
    body: 'Le rejet B2-043 signale un numéro de sécurité sociale inconnu. Corrigez la fiche du patient.',
  },
  {
    id: 'rejet-b2-044',
    locale: 'fr',
    title: 'Corriger un rejet B2-044',
    symptoms: ['B2-044'],
    body: 'Le rejet B2-044 signale une date de soins inconnue.',
  },
  {
    id: 'fse',
    locale: 'fr',
    title: 'Envoyer une FSE',
    body: 'La télétransmission des feuilles part chaque soir. Une connexion sécurisée est nécessaire.',
  },
  { id: 'wifi', locale: 'fr', title: 'Régler le Wi-Fi', body: 'Branchez la box, puis choisissez le réseau.' },
  { id: 'print-en', locale: 'en', title: 'The prescription does not print', body: 'Turn the printer on.' },
]
const synonyms = [['FSE', 'feuille de soins électronique']]
const index = createSearchIndex(articles, { synonyms })
const ids = (query: string, options = {}) => index.search(query, options).hits.map((hit) => hit.id)

test('a symptom in the visitor’s words finds the article that answers it first', () => {
  expect(ids("mon ordonnance ne s'imprime pas")[0]).toBe('imprimante-ordonnance')
  expect(ids('mon ordonance ne simprime pas')[0]).toBe('imprimante-ordonnance')
})

test('a negation written in a hurry is one, unless the articles have that very word or it is all there is', () => {
  expect(index.concepts("ordonance s'imprime pa", 'fr').map(({ kind }) => kind)).toEqual(['word', 'word', 'negation'])
  expect(ids("ordonance s'imprime pa")[0]).toBe('imprimante-ordonnance')
  expect(ids('pa')).toEqual(['fse'])
  const medical = createSearchIndex([
    { id: 'tension', locale: 'fr', title: 'Saisir la PA', body: 'La pression artérielle se saisit à l’examen.' },
    { id: 'examen', locale: 'fr', title: 'Saisir un examen', body: 'Ouvrez le dossier.' },
  ])
  expect(medical.search('saisir pa').hits[0]?.id).toBe('tension')
})

test('accents may be missing or added', () => {
  expect(ids('regler wifi')).toEqual(['wifi'])
  expect(ids('imprímante')[0]).toBe('imprimante-ordonnance')
})

test('a code is matched exactly, however it is written', () => {
  expect(ids('B2-043')).toEqual(['rejet-b2-043'])
  expect(ids('b2043')).toEqual(['rejet-b2-043'])
  expect(ids('rejet B2 043')[0]).toBe('rejet-b2-043')
})

test('the last word may still be being typed, unless a space follows it', () => {
  expect(ids('renouv')).toEqual(['renouveler-ordonnance'])
  expect(ids('renouv ')).toEqual([])
})

test('a synonym phrase stands for the other, both ways', () => {
  expect(ids('feuille de soins électronique')[0]).toBe('fse')
  expect(ids('fse')).toEqual(['fse'])
})

test('a slip in a word is forgiven, a word that only looks alike is not', () => {
  expect(ids('imprimente')).toContain('imprimante-ordonnance')
  expect(ids('telecopie')).toEqual([])
})

test('nonsense and what nobody wrote about find nothing', () => {
  expect(index.search('xqzvbn')).toEqual({ hits: [], total: 0 })
  expect(ids('télécopie sécurisée mailiz')).toEqual([])
  expect(ids('')).toEqual([])
  expect(ids('comment faire pour')).toEqual([])
})

test('one word that several ask for is not an answer when the article only mentions it', () => {
  expect(ids('patient grossesse déclaration')).toEqual([])
})

test('a locale keeps to its own articles, a filter to those it lets pass', () => {
  expect(ids('prescription print')).toEqual(['print-en'])
  expect(ids('prescription print', { locale: 'fr' })).toEqual([])
  expect(ids('rejet', { filter: (id: string) => id !== 'rejet-b2-043' })).toEqual(['rejet-b2-044'])
})

test('a page of hits knows how many there are in all', () => {
  const first = index.search('rejet', { limit: 1 })
  const second = index.search('rejet', { limit: 1, offset: 1 })
  expect([first.total, second.total]).toEqual([2, 2])
  expect([first.hits[0]?.id, second.hits[0]?.id]).toEqual(['rejet-b2-044', 'rejet-b2-043'])
})

test('a hit says which words were found and where', () => {
  const [hit] = index.search('ordonnance imprimante').hits
  expect(hit?.words).toEqual(['ordonnance', 'imprimante'])
  expect(hit?.terms.ordon).toContain('title')
  expect(hit?.coverage).toBe(1)
})
