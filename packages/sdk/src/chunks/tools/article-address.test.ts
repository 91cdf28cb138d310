import { expect, it } from 'vitest'
import { articleAddress } from './article-address.ts'

it.each([
  ['https://app.example/facturation', 'https://app.example/facturation?fanal-article=rejet-b2'],
  ['https://app.example/?page=2&tri=date', 'https://app.example/?page=2&tri=date&fanal-article=rejet-b2'],
  ['https://app.example/#/factures?mois=3', 'https://app.example/?fanal-article=rejet-b2#/factures?mois=3'],
  ['https://app.example/?fanal-article=autre&fanal-debug', 'https://app.example/?fanal-article=rejet-b2'],
  ['https://anne:secret@app.example/', 'https://app.example/?fanal-article=rejet-b2'],
])('%s becomes %s', (page, address) => {
  expect(articleAddress(page, 'rejet-b2')).toBe(address)
})

it('keeps a query that is no list of names and values as it stands', () => {
  expect(articleAddress('https://app.example/?/forum/12&vue=a%20b', 'à lire')).toBe(
    'https://app.example/?/forum/12&vue=a%20b&fanal-article=%C3%A0%20lire',
  )
})
