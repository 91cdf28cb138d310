/** Patient files: finding one, adding one, writing notes and prescriptions. Pure. */
import { foldText } from './fold-text.ts'
import type { CardReader, ConsultationNote, Patient, PracticeState, Prescription, PrescriptionLine } from './types.ts'

/** Patients whose name, phone or birthday (`02/03/1958`) holds every word typed; all of them for an empty text. */
export function searchPatients(patients: readonly Patient[], text: string): Patient[] {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  return patients
    .filter((patient) => {
      const birthDay = patient.birthDay.split('-').reverse().join('/')
      const haystack = foldText(
        `${patient.lastName} ${patient.firstName} ${birthDay} ${patient.phone} ${patient.phone.replaceAll(' ', '')}`,
      )
      return words.every((word) => haystack.includes(word))
    })
    .sort((a, b) => a.lastName.localeCompare(b.lastName, 'fr') || a.firstName.localeCompare(b.firstName, 'fr'))
}

export const patientName = (patient: Patient) => `${patient.lastName} ${patient.firstName}`

export function findPatient(state: PracticeState, id: string): Patient | undefined {
  return state.patients.find((patient) => patient.id === id)
}

export type NewPatient = Pick<Patient, 'title' | 'lastName' | 'firstName' | 'birthDay' | 'phone' | 'city'>

export function addPatient(state: PracticeState, fields: NewPatient): PracticeState {
  const id = String(Math.max(10_000, ...state.patients.map((patient) => Number(patient.id))) + 1)
  const patient: Patient = {
    ...fields,
    id,
    lastName: fields.lastName.toUpperCase(),
    nir: '',
    ald: null,
    allergies: [],
    background: [],
    notes: [],
  }
  return { ...state, patients: [...state.patients, patient] }
}

export function addNote(state: PracticeState, patientId: string, note: Omit<ConsultationNote, 'id'>): PracticeState {
  return {
    ...state,
    patients: state.patients.map((patient) =>
      patient.id === patientId
        ? { ...patient, notes: [{ ...note, id: `${patientId}-${patient.notes.length + 1}` }, ...patient.notes] }
        : patient,
    ),
  }
}

export type NewPrescription = Omit<Prescription, 'id'>

export function addPrescription(state: PracticeState, prescription: NewPrescription): PracticeState {
  const number = state.prescriptions.reduce((highest, { id }) => Math.max(highest, Number(id.slice(4))), 0) + 1
  return { ...state, prescriptions: [{ ...prescription, id: `ord-${number}` }, ...state.prescriptions] }
}

export function markPrinted(state: PracticeState, id: string): PracticeState {
  return {
    ...state,
    prescriptions: state.prescriptions.map((prescription) =>
      prescription.id === id ? { ...prescription, printed: true } : prescription,
    ),
  }
}

/** ORD-04: nobody can sign without the reader and the doctor's card in it. */
export function signingProblem(reader: CardReader): 'ORD-04' | null {
  return reader.connected && reader.doctorCard ? null : 'ORD-04'
}

/** Signs a prescription as ordonnance numérique, once; its number is made from the day and the prescription's own. */
export function markSigned(state: PracticeState, id: string, now: string): PracticeState {
  return {
    ...state,
    prescriptions: state.prescriptions.map((prescription) =>
      prescription.id === id && prescription.signedNumber === null
        ? { ...prescription, signedNumber: `${now.slice(0, 10).replaceAll('-', '')}-${id.slice(4).padStart(5, '0')}` }
        : prescription,
    ),
  }
}

/** Lines worth keeping: those that name a drug. */
export function writtenLines(lines: readonly PrescriptionLine[]): PrescriptionLine[] {
  return lines.filter(({ drug }) => drug.trim() !== '')
}
