/**
 * From a consultation to its payment: care sheets (FSE), batches, insurer returns (NOEMIE 908).
 * Pure. A new id is made from the highest one, so that what was stored before stays unique.
 */
import type { Batch, CardReader, CareSheet, PaymentReturn, PracticeState } from './types.ts'

export interface Act {
  code: string
  label: string
  amountCents: number
}

export const acts: readonly Act[] = [
  { code: 'G', label: 'Consultation', amountCents: 3000 },
  { code: 'G + MEG', label: 'Consultation, enfant de moins de 6 ans', amountCents: 3500 },
  { code: 'VG + MD', label: 'Visite à domicile', amountCents: 4000 },
  { code: 'TCG', label: 'Téléconsultation', amountCents: 2500 },
  { code: 'GL', label: 'Consultation longue (80 ans et plus)', amountCents: 6000 },
  { code: 'DEQP003', label: 'Électrocardiogramme', amountCents: 1426 },
]

/** The compulsory insurance pays 70 % of an act, all of it under an exemption. */
export function insurerShareCents(sheet: Pick<CareSheet, 'amountCents' | 'exemption'>): number {
  return sheet.exemption === 'aucune' ? Math.round(sheet.amountCents * 0.7) : sheet.amountCents
}

export type NewCareSheet = Pick<CareSheet, 'patientId' | 'doctorId' | 'act' | 'exemption' | 'thirdParty'>

export function addCareSheet(state: PracticeState, sheet: NewCareSheet, now: string): PracticeState {
  const number = Math.max(0, ...state.sheets.map((known) => known.number)) + 1
  const added: CareSheet = {
    ...sheet,
    id: `fse-${number}`,
    number,
    at: now,
    amountCents: acts.find(({ code }) => code === sheet.act)?.amountCents ?? 0,
    status: 'a-envoyer',
    rejection: null,
    batchId: null,
  }
  return { ...state, sheets: [added, ...state.sheets] }
}

/**
 * Puts a refused sheet right and back among those to send.
 * B2-043 says that the exemption does not match the patient's rights: the new one is given here.
 */
export function correctSheet(state: PracticeState, sheetId: string, exemption: CareSheet['exemption']): PracticeState {
  return {
    ...state,
    sheets: state.sheets.map((sheet) =>
      sheet.id === sheetId ? { ...sheet, exemption, status: 'a-envoyer', rejection: null, batchId: null } : sheet,
    ),
  }
}

export function rejectedSheets(state: PracticeState): CareSheet[] {
  return state.sheets.filter((sheet) => sheet.status === 'rejetee')
}

export function sheetsToSend(state: PracticeState): CareSheet[] {
  return state.sheets.filter((sheet) => sheet.status === 'a-envoyer' && sheet.batchId === null)
}

/** Puts every sheet that waits into one new batch; without any, nothing changes. */
export function prepareBatch(state: PracticeState, now: string): PracticeState {
  const waiting = sheetsToSend(state).map(({ id }) => id)
  if (waiting.length === 0) return state
  const number = Math.max(0, ...state.batches.map((batch) => batch.number)) + 1
  const batch: Batch = {
    id: `lot-${number}`,
    number,
    preparedAt: now,
    sentAt: null,
    sheetIds: waiting,
    status: 'a-envoyer',
  }
  return {
    ...state,
    batches: [batch, ...state.batches],
    sheets: state.sheets.map((sheet) => (waiting.includes(sheet.id) ? { ...sheet, batchId: batch.id } : sheet)),
  }
}

/** Why nothing can leave; null when it can. TLT-05: no reader, or no doctor's card in it. */
export function sendingProblem(reader: CardReader): 'TLT-05' | null {
  return reader.connected && reader.doctorCard ? null : 'TLT-05'
}

export function markSent(state: PracticeState, batchId: string, now: string): PracticeState {
  return {
    ...state,
    batches: state.batches.map((batch) => (batch.id === batchId ? { ...batch, status: 'envoye', sentAt: now } : batch)),
    sheets: state.sheets.map((sheet) => (sheet.batchId === batchId ? { ...sheet, status: 'envoyee' } : sheet)),
  }
}

/** Fetches the insurer's answers: every batch that was sent is paid. @returns the same state when none was */
export function fetchReturns(state: PracticeState, now: string): PracticeState {
  const paid = state.batches.filter((batch) => batch.status === 'envoye' || batch.status === 'accuse')
  if (paid.length === 0) return state
  const paidIds = new Set(paid.map(({ id }) => id))
  const returns = paid.map((batch): PaymentReturn => {
    const sheets = state.sheets.filter((sheet) => sheet.batchId === batch.id)
    const amountCents = sheets.reduce((sum, sheet) => sum + insurerShareCents(sheet), 0)
    return {
      id: `908-${batch.number}`,
      at: now,
      batchNumber: batch.number,
      kind: 'paiement',
      amountCents,
      sheets: sheets.length,
    }
  })
  return {
    ...state,
    returns: [...returns, ...state.returns],
    batches: state.batches.map((batch) => (paidIds.has(batch.id) ? { ...batch, status: 'paye' } : batch)),
    sheets: state.sheets.map((sheet) =>
      sheet.batchId !== null && paidIds.has(sheet.batchId) ? { ...sheet, status: 'payee' } : sheet,
    ),
  }
}

export function batchAmountCents(state: PracticeState, batch: Batch): number {
  return state.sheets
    .filter((sheet) => batch.sheetIds.includes(sheet.id))
    .reduce((sum, sheet) => sum + insurerShareCents(sheet), 0)
}
