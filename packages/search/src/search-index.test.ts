import { uncertainBelow } from '@fanal/contract'
import { expect, test } from 'vitest'
import { createSearchIndex, type SearchDocument, type SearchIndex } from './search-index.ts'

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
const found = (among: SearchIndex, query: string, options = {}) =>
  among.search(query, options).hits.map((hit) => hit.id)
const ids = (query: string, options = {}) => found(index, query, options)

test('a symptom in the visitor’s words finds the article that answers it first', () => {
  expect(ids("mon ordonnance ne s'imprime pas")[0]).toBe('imprimante-ordonnance')
  expect(ids('mon ordonance ne simprime pas')[0]).toBe('imprimante-ordonnance')
})

test('a query that is word for word a symptom comes first, however often others say its words; within one it comes close', () => {
  const often = {
    locale: 'fr',
    body: 'Connectez-vous. Connectez la messagerie, puis le laboratoire : connecté, reconnecté.',
  }
  const connections = createSearchIndex([
    { ...often, id: 'a-messagerie', title: 'Connecter votre messagerie', symptoms: ['messagerie connectée'] },
    {
      ...often,
      id: 'b-laboratoire',
      title: 'Connecter un laboratoire',
      summary: 'Connecter, déconnecter, reconnecter.',
    },
    {
      id: 'c-journal',
      locale: 'fr',
      title: 'Journal des accès',
      symptoms: ["voir qui s'est connecté"],
      body: 'Un tableau.',
    },
  ])
  expect(found(connections, "voir qui s'est connecté")[0]).toBe('c-journal')
  expect(found(connections, 'Voir qui s’est CONNECTE ?')[0]).toBe('c-journal')
  expect(found(connections, "qui s'est connecté")[0]).toBe('c-journal')
  expect(found(connections, 'se connecter').at(-1)).toBe('c-journal')
})

test('a negation written in a hurry is one, unless the articles have that very word or it is all there is', () => {
  expect(index.concepts("ordonance s'imprime pa", 'fr').map(({ kind }) => kind)).toEqual(['word', 'word', 'negation'])
  expect(ids("ordonance s'imprime pa")[0]).toBe('imprimante-ordonnance')
  expect(ids('pa')).toContain('fse')
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

test('nonsense, stop words and nothing find nothing', () => {
  expect(index.search('xqzvbn')).toEqual({ hits: [], total: 0, confidence: 0 })
  expect(ids('')).toEqual([])
  expect(ids('comment faire pour')).toEqual([])
})

test('confidence tells an answer from a guess', () => {
  const confidence = (query: string) => index.search(query, { locale: 'fr' }).confidence
  expect(confidence("mon ordonnance ne s'imprime pas")).toBeGreaterThan(0.9)
  expect(confidence('rejet B2-043')).toBeGreaterThan(0.9)
  expect(confidence('télécopie sécurisée mailiz')).toBeLessThan(uncertainBelow)
  expect(confidence('patient grossesse déclaration')).toBeLessThan(uncertainBelow)
})

test('a question nobody has written about finds nothing, rather than whatever shares a word with it', () => {
  expect(index.search('télécopie sécurisée mailiz', { locale: 'fr' }).hits).toEqual([])
})

test('abbreviations, SMS spelling and words run together are read', () => {
  expect(ids('pb limprimante cmt faire svp')[0]).toBe('imprimante-ordonnance')
  const words = index.concepts('mdp oublié', 'fr').flatMap((concept) => concept.words)
  expect(words).toEqual(['mot', 'passe', 'oublie'])
})

test('an everyday word finds what the article calls otherwise', () => {
  const sound = createSearchIndex([
    { id: 'son', locale: 'fr', title: 'Choisir les haut-parleurs', body: 'Ouvrez le panneau Son.' },
    { id: 'ecran', locale: 'fr', title: 'Choisir un écran', body: 'Ouvrez le panneau Écran.' },
  ])
  expect(found(sound, 'mes enceintes')).toEqual(['son'])
})

test('a one-way synonym stands for others, not they for it', () => {
  const cards = createSearchIndex(
    [
      { id: 'vitale', locale: 'fr', title: 'Lire une carte Vitale', body: '' },
      { id: 'badge', locale: 'fr', title: 'Ouvrir avec le badge', body: '' },
    ],
    { synonyms: [{ input: 'badge', synonyms: ['carte Vitale'] }] },
  )
  expect(found(cards, 'badge')).toEqual(['badge', 'vitale'])
  expect(found(cards, 'carte Vitale')).toEqual(['vitale'])
})

test('a phrase that visitors used before finds the article it led them to, behind one that says it itself', () => {
  const learnt = createSearchIndex([
    { id: 'pilote', locale: 'fr', title: 'Installer un pilote', body: '', learned: ['grimoire', 'mon grimoire'] },
    { id: 'grimoire', locale: 'fr', title: 'Ouvrir le grimoire', body: '' },
    { id: 'autre', locale: 'fr', title: 'Régler le volume', body: '' },
  ])
  expect(found(learnt, 'grimoire')).toEqual(['grimoire', 'pilote'])
})

test('where the visitor is decides between articles that the words do not tell apart, and says so', () => {
  const prior = (id: string) => (id === 'rejet-b2-043' ? { value: 1, why: 'page:/facturation' } : undefined)
  const { hits } = index.search('corriger rejet', { prior })
  expect(hits.map(({ id }) => id)).toEqual(['rejet-b2-043', 'rejet-b2-044'])
  expect(hits[0]?.prior).toEqual({ value: 1, why: 'page:/facturation' })
  expect(ids('rejet B2-044', { prior })[0]).toBe('rejet-b2-044')
})

test('a hostile query is answered in bounded time, alike each time', () => {
  const hostile = [
    'imprimante '.repeat(1000),
    'a'.repeat(10_000),
    "l'".repeat(5_000),
    Array.from({ length: 2_000 }, (_, place) => `inconnu${place}x`).join(' '),
    Array.from({ length: 1_500 }, (_, place) => `mot${'bcdfghjklm'[place % 10]}${'aeiou'[place % 5]}rde`).join(' '),
    '😀🩺💉',
    '\u202E\u200B\u2066\u0000',
    '"imprimante" AND (NOT title:* OR ~2) ^10 -- ; DROP /(a+)+$/',
    'title:ordonnance* +imprimante -papier [a TO z]',
    '\uD83D',
  ]
  const startedAt = performance.now()
  for (const query of hostile) expect(ids(query)).toEqual(ids(query))
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  expect(ids('"imprimante" AND (NOT title:*)')[0]).toBe('imprimante-ordonnance')
})

test('a locale keeps to its own articles, a filter to those it lets pass', () => {
  expect(ids('prescription print', { locale: 'en' })).toEqual(['print-en'])
  expect(ids('prescription print')[0]).toBe('print-en')
  expect(ids('prescription print', { locale: 'fr' })).not.toContain('print-en')
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
  expect(hit?.matches().words).toEqual(['ordonnance', 'imprimante'])
  expect(hit?.matches().terms.ordon).toContain('title')
  expect(hit?.coverage).toBe(1)
})

test('of articles that answer alike the more useful comes first, and without use the one whose id does', () => {
  const text = { locale: 'fr', title: 'Imprimer une ordonnance', body: 'Cliquez sur **Imprimer**.' }
  const twins = createSearchIndex([
    { ...text, id: 'b' },
    { ...text, id: 'a' },
  ])
  const mostRead = (useful: string) => (id: string) => ({ value: 0, why: 'use', use: id === useful ? 0.6 : 0.5 })
  expect(found(twins, 'ordonnance')).toEqual(['a', 'b'])
  expect(found(twins, 'ordonnance', { prior: mostRead('a') })).toEqual(['a', 'b'])
  expect(found(twins, 'ordonnance', { prior: mostRead('b') })).toEqual(['b', 'a'])
})

test('no use lifts an article above one that answers better, whichever of them is read', () => {
  const asked = ['renouveler une ordonnance', 'ordonnance imprimante', 'corriger un rejet B2-044']
  for (const query of asked) {
    const [first, ...others] = ids(query)
    const reads = (best: number, rest: number) => (id: string) => ({
      value: 0,
      why: 'use',
      use: id === first ? best : rest,
    })
    expect(ids(query, { prior: reads(0, 1) })[0]).toBe(first)
    expect(ids(query, { prior: reads(1, 0) })).toEqual([first, ...others])
  }
})
