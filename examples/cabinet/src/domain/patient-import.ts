/**
 * Brings patients over from another software's CSV export: guesses which column is which, then adds who is not there yet.
 * Pure. Nobody already known (same name and birthday) is ever overwritten.
 */

import type { CsvTable } from './csv.ts'
import { foldText } from './fold-text.ts'
import type { Patient, PracticeState } from './types.ts'

export const importFields = [
  { id: 'lastName', label: 'Nom', required: true, names: /^(nom|nom.*(naissance|usage|patient)|lastname)$/ },
  { id: 'firstName', label: 'Prénom', required: true, names: /^prenom|firstname/ },
  { id: 'birthDay', label: 'Date de naissance', required: true, names: /^(?!nom).*(naiss|ddn|birth)/ },
  { id: 'phone', label: 'Téléphone', required: false, names: /tel|portable|mobile|phone/ },
  { id: 'city', label: 'Ville', required: false, names: /ville|commune|city/ },
  { id: 'allergies', label: 'Allergies', required: false, names: /allerg/ },
] as const

export type ImportFieldId = (typeof importFields)[number]['id']
/** which column (from 0) feeds a field; null for none */
export type ColumnMapping = Record<ImportFieldId, number | null>

export function guessMapping(columns: readonly string[]): ColumnMapping {
  const mapping = Object.fromEntries(
    importFields.map(({ id, names }) => {
      const index = columns.findIndex((column) => names.test(foldText(column)))
      return [id, index === -1 ? null : index]
    }),
  )
  return mapping as ColumnMapping
}

/** Labels of the required fields that no column feeds. */
export function missingFields(mapping: ColumnMapping): string[] {
  return importFields.filter(({ id, required }) => required && mapping[id] === null).map(({ label }) => label)
}

export interface ImportReport {
  added: Patient[]
  /** names of patients already known */
  known: string[]
  /** lines that could not be read, counted as in a spreadsheet: the columns stand on line 1 */
  refused: { line: number; reason: string }[]
}

export function readPatients(state: PracticeState, table: CsvTable, mapping: ColumnMapping): ImportReport {
  const report: ImportReport = { added: [], known: [], refused: [] }
  const seen = new Set(state.patients.map(identityOf))
  let nextId = Math.max(10_000, ...state.patients.map(({ id }) => Number(id))) + 1
  table.rows.forEach((row, index) => {
    const cell = (field: ImportFieldId) => row[mapping[field] ?? -1] ?? ''
    const birthDay = readDay(cell('birthDay'))
    const reason = refusal(cell('lastName'), cell('firstName'), birthDay)
    if (reason || birthDay === null) {
      report.refused.push({ line: index + 2, reason: reason ?? 'Date de naissance illisible' })
      return
    }
    const patient: Patient = {
      id: String(nextId),
      title: '',
      lastName: cell('lastName').toUpperCase(),
      firstName: cell('firstName'),
      birthDay,
      nir: '',
      phone: cell('phone'),
      city: cell('city'),
      ald: null,
      allergies: cell('allergies')
        .split(/[,/]/)
        .map((name) => name.trim())
        .filter(Boolean),
      background: [],
      notes: [],
    }
    const identity = identityOf(patient)
    if (seen.has(identity)) {
      report.known.push(`${patient.lastName} ${patient.firstName}`)
      return
    }
    seen.add(identity)
    nextId += 1
    report.added.push(patient)
  })
  return report
}

export function addPatients(state: PracticeState, patients: readonly Patient[]): PracticeState {
  return { ...state, patients: [...state.patients, ...patients] }
}

function refusal(lastName: string, firstName: string, birthDay: string | null): string | null {
  if (lastName === '') return 'Nom vide'
  if (firstName === '') return 'Prénom vide'
  return birthDay === null ? 'Date de naissance illisible' : null
}

const identityOf = (patient: Pick<Patient, 'lastName' | 'firstName' | 'birthDay'>) =>
  `${foldText(patient.lastName)}|${foldText(patient.firstName)}|${patient.birthDay}`

/** `02/03/1958` or `1958-03-02` as a day; null when it is neither or no such day exists. */
function readDay(text: string): string | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, date] = french ? [french[3], french[2], french[1]] : iso ? iso.slice(1) : []
  if (!year || !month || !date) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${day}T12:00:00Z`)
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day) ? null : day
}
