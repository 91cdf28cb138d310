import { describe, expect, it } from 'vitest'
import { foldPath, matchesPage } from './page.ts'

describe('foldPath', () => {
  it.each([
    ['/patients/8841', '/patients/:id'],
    ['/patients/8841/ordonnances/3', '/patients/:id/ordonnances/:id'],
    ['/dossiers/0f8fad5b-d9cb-469f-a165-70867728950e/edit', '/dossiers/:id/edit'],
    ['/agenda/2026-03-02', '/agenda/:id'],
    ['/messages/marie.durand@example.org', '/messages/:id'],
    ['/patients/?nom=Durand#haut', '/patients'],
    ['/', '/'],
    ['', '/'],
    ['/parametres/imprimantes/', '/parametres/imprimantes'],
    ['/v2/factures', '/v2/factures'],
  ])('folds %s to %s', (path, key) => {
    expect(foldPath(path)).toBe(key)
  })
})

describe('matchesPage', () => {
  it.each([
    ['/patients/:id', '/patients/:id', true],
    ['/patients/:id', '/patients/12', true],
    ['/patients/:id', '/patients', false],
    ['/patients/*', '/patients/12', true],
    ['/facturation/**', '/facturation', true],
    ['/facturation/**', '/facturation/lots/3', true],
    ['/facturation/**', '/facturations', false],
    ['/**', '/', true],
    ['/', '/', true],
    ['/', '/agenda', false],
    ['/a.b', '/aXb', false],
    ['/lot-*', '/lot-b2', true],
  ])('%s against %s is %s', (glob, key, expected) => {
    expect(matchesPage(glob, key)).toBe(expected)
  })
})
