/** What happens in a practice from the first patient to the payment, on a real practice's data. */
import { describe, expect, it } from 'vitest'
import { makePractice } from '../data/make-practice.ts'
import { addAppointment, appointmentsOf, findOverlap } from './agenda.ts'
import {
  correctSheet,
  fetchReturns,
  markSent,
  prepareBatch,
  rejectedSheets,
  sendingProblem,
  sheetsToSend,
} from './billing.ts'
import { chooseDrawer, choosePrinter, markTested, printerStatus, sendPage, switchPrinter } from './printing.ts'
import { searchPatients } from './records.ts'
import { installProblem, passwordProblem } from './upkeep.ts'

const now = new Date('2026-03-02T09:00:00Z')
const practice = makePractice('cabinet-lilas', now)

describe('the agenda', () => {
  it('refuses two patients at the same time and takes one right after', () => {
    const slot = { day: '2026-03-09', doctorId: 'dr-aubry', start: '09:00', minutes: 30 }
    const booked = addAppointment(practice, { ...slot, patientId: '10214', reason: 'Suivi', kind: 'consultation' })
    expect(findOverlap(booked, { ...slot, start: '09:15', minutes: 15 })?.start).toBe('09:00')
    expect(findOverlap(booked, { ...slot, start: '09:30' })).toBeUndefined()
    expect(findOverlap(booked, { ...slot, doctorId: 'dr-legoff' })).toBeUndefined()
  })

  it.each([['cabinet-lilas'], ['cabinet-port'], ['maison-bellevue']])('is not empty and never overlaps in %s', (id) => {
    const state = makePractice(id, now)
    for (const { day, doctorId } of state.appointments) {
      const ofDay = appointmentsOf(state, day, doctorId)
      expect(ofDay.length).toBeGreaterThan(5)
      for (const one of ofDay) {
        const others = { ...state, appointments: state.appointments.filter(({ id: other }) => other !== one.id) }
        expect(findOverlap(others, one)).toBeUndefined()
      }
    }
  })
})

describe('searching a patient', () => {
  it.each([['grandcoeur'], ['grandcœur'], ['philomène grand'], ['08/07/1985']])('finds her by "%s"', (text) => {
    expect(searchPatients(practice.patients, text).map(({ firstName }) => firstName)).toEqual(['Philomène'])
  })
})

describe('the prescription printer', () => {
  it('goes from nothing chosen to ready, and says IMP-02 while it is off', () => {
    expect(printerStatus(practice.printing)).toBe('missing')
    const chosen = choosePrinter(practice, 'cabinet')
    expect(printerStatus(chosen.printing)).toBe('offline')
    expect(sendPage(chosen.printing)).toEqual({ printed: false, code: 'IMP-02' })
    const lit = switchPrinter(chosen, true)
    expect(printerStatus(lit.printing)).toBe('incomplete')
    const ready = markTested(chooseDrawer(lit, 'bac-2'))
    expect(printerStatus(ready.printing)).toBe('ready')
    expect(sendPage(ready.printing)).toEqual({
      printed: true,
      printer: 'Ostrel M 410 (cabinet)',
      drawer: 'Bac 2 – ordonnances A5',
    })
    expect(printerStatus(chooseDrawer(ready, 'bac-3').printing)).toBe('untested')
  })
})

describe('invoicing', () => {
  it('sends what waits in one batch and is paid for it once', () => {
    const prepared = prepareBatch(practice, '2026-03-02T18:00:00Z')
    expect(sheetsToSend(practice)).toHaveLength(4)
    expect(sheetsToSend(prepared)).toHaveLength(0)
    expect(prepared.batches[0]).toMatchObject({ number: 129, status: 'a-envoyer' })
    expect(prepareBatch(prepared, '2026-03-02T18:01:00Z')).toBe(prepared)
    const sent = markSent(prepared, 'lot-129', '2026-03-02T18:02:00Z')
    const paid = fetchReturns(sent, '2026-03-03T06:00:00Z')
    expect(paid.returns.filter(({ batchNumber }) => batchNumber === 129)).toMatchObject([
      { kind: 'paiement', sheets: 4 },
    ])
    expect(fetchReturns(paid, '2026-03-04T06:00:00Z')).toBe(paid)
  })

  it('puts a refused sheet back among those to send', () => {
    const refused = rejectedSheets(practice)[0]
    expect(refused?.rejection).toBe('B2-043')
    const mended = correctSheet(practice, refused?.id ?? '', 'aucune')
    expect(rejectedSheets(mended)).toHaveLength(1)
    expect(sheetsToSend(mended)).toHaveLength(5)
  })

  it('does not leave without the reader and the doctor’s card', () => {
    expect(sendingProblem(practice.reader)).toBeNull()
    expect(sendingProblem({ ...practice.reader, doctorCard: false })).toBe('TLT-05')
    expect(sendingProblem({ ...practice.reader, connected: false })).toBe('TLT-05')
  })
})

describe('upkeep', () => {
  it('installs nothing over data that were last saved more than 24 hours ago', () => {
    const safety = { ...practice.safety, lastBackupAt: '2026-03-01T09:00:00Z' }
    expect(installProblem(safety, now)).toBeNull()
    expect(installProblem(safety, new Date('2026-03-02T09:00:01Z'))).toBe('MAJ-03')
  })

  it.each([
    ['cerise42', 'cerise42', 'Choisissez au moins 12 caractères.'],
    ['cerisebrestmarteau', 'cerisebrestmarteau', 'Mélangez des lettres et des chiffres.'],
    ['cerise brest 42', 'cerise brest 43', 'Les deux mots de passe ne sont pas identiques.'],
    ['cerise brest 42', 'cerise brest 42', null],
  ])('judges the password %s', (password, repeated, problem) => {
    expect(passwordProblem(password, repeated)).toBe(problem)
  })
})
