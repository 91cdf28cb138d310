import { describe, expect, it } from 'vitest'
import { shorterQueries, tellingWords, worthOffering } from './shorter-queries.ts'

describe('the telling words of a query', () => {
  it('leave out what is common, short or said twice, in French and English', () => {
    expect(tellingWords('comment est-ce que je peux télétransmettre mes feuilles, les Feuilles de soins ?')).toEqual([
      'télétransmettre',
      'feuilles',
      'soins',
    ])
    expect(tellingWords('why does the fax not leave')).toEqual(['fax', 'leave'])
  })

  it('look behind an elided article', () => {
    expect(tellingWords("l'ordonnance d’un patient")).toEqual(["l'ordonnance", 'patient'])
  })

  it('are seven at most', () => {
    expect(tellingWords('alpha bravo charlie delta echo foxtrot golf hotel')).toHaveLength(7)
  })
})

describe('shorter queries', () => {
  it('are each word alone, and all but one of them', () => {
    expect(shorterQueries('télécopie sécurisée confrère')).toEqual([
      'sécurisée confrère',
      'télécopie confrère',
      'télécopie sécurisée',
      'télécopie',
      'sécurisée',
      'confrère',
    ])
  })

  it('begin with the query without its common words', () => {
    expect(shorterQueries('comment envoyer une télécopie')).toEqual(['envoyer télécopie', 'envoyer', 'télécopie'])
  })

  it('do not exist for one word, which would be the query again', () => {
    expect(shorterQueries('Télécopie')).toEqual([])
    expect(shorterQueries('la')).toEqual([])
  })
})

describe('what is worth offering', () => {
  it('keeps most words, then finds least, and is three at most', () => {
    const answers = [
      { query: 'carte lecteur', nbHits: 4 },
      { query: 'carte zzz', nbHits: 0 },
      { query: 'lecteur zzz', nbHits: 2 },
      { query: 'carte', nbHits: 9 },
      { query: 'lecteur', nbHits: 3 },
    ]
    expect(worthOffering(answers).map(({ query }) => query)).toEqual(['lecteur zzz', 'carte lecteur', 'lecteur'])
  })
})
