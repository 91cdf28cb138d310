import { describe, expect, it } from 'vitest'
import { makePractice } from '../data/make-practice.ts'
import { parseCsv } from './csv.ts'
import { guessMapping, missingFields, readPatients } from './patient-import.ts'

const practice = makePractice('cabinet-lilas', new Date('2026-03-02T09:00:00Z'))

describe('parseCsv', () => {
  it('finds the separator, drops the byte order mark, and unwraps quoted cells', () => {
    expect(parseCsv('\uFEFFNom;Ville\r\n"Le ""Petit""; Jean";Rennes\r\n\r\n')).toEqual({
      columns: ['Nom', 'Ville'],
      rows: [['Le "Petit"; Jean', 'Rennes']],
    })
  })

  it('reads a quoted cell that spans two lines', () => {
    expect(parseCsv('a,b\n"x\ny",z').rows).toEqual([['x\ny', 'z']])
  })

  it('finds no row in an empty file', () => {
    expect(parseCsv('').rows).toEqual([])
  })
})

describe('an import', () => {
  it('recognises the columns other software writes', () => {
    expect(guessMapping(['NOM_PATIENT', 'Prénom', 'DDN', 'Tél. portable', 'Commune'])).toEqual({
      lastName: 0,
      firstName: 1,
      birthDay: 2,
      phone: 3,
      city: 4,
      allergies: null,
    })
    expect(guessMapping(['Nom de naissance', 'Prénom', 'Date de naissance'])).toMatchObject({
      lastName: 0,
      firstName: 1,
      birthDay: 2,
    })
  })

  it('names the required fields that no column feeds', () => {
    expect(missingFields(guessMapping(['Nom', 'Ville']))).toEqual(['Prénom', 'Date de naissance'])
  })

  it('adds the new, leaves the known, and says which lines it refuses and why', () => {
    const table = parseCsv(
      'Nom;Prénom;Date de naissance\nBrindacier;Léontine;14/03/1962\nMarchefroid;odile;12/05/1948\nAubépin;Ferdinand;31/02/1950\n;Anne;01/01/1980\n',
    )
    const report = readPatients(practice, table, guessMapping(table.columns))
    expect(report.added.map(({ lastName, birthDay }) => [lastName, birthDay])).toEqual([['BRINDACIER', '1962-03-14']])
    expect(report.known).toEqual(['MARCHEFROID odile'])
    expect(report.refused).toEqual([
      { line: 4, reason: 'Date de naissance illisible' },
      { line: 5, reason: 'Nom vide' },
    ])
  })
})
