import { describe, expect, it } from 'vitest'
import { isErrorCode } from './error-code.ts'

describe('a code is told from a message', () => {
  it.each([
    ['B2-043', true],
    ['908', true],
    ['9.08', true],
    ['ERR_PRINTER_OFFLINE', true],
    ['auth/user-not-found', true],
    ['System.IO.IOException', true],
    ['Délai-dépassé', false],
    ['0x80070005', true],
    ['E#1024', true],
    ['B2 043', false],
    ['Durand 1952', false],
    ['Imprimante introuvable', false],
    ['L’imprimante ne répond pas', false],
    ['marie.durand@example.org', false],
    ['2850578006084', false],
    ['0612345678', false],
    ['06.12.34.56.78', false],
    ['1952-05-03', false],
    ['03/05/52', false],
    ['03-05-52', false],
    ['patient=durand', false],
    ['0f8fad5b-d9cb-469f-a165-70867728950e', false],
    ['', false],
  ])('%s: %s', (error, expected) => {
    expect(isErrorCode(error)).toBe(expected)
  })
})
