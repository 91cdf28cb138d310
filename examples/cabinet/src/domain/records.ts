/** Patient files: finding one, adding one, writing notes and prescriptions. Pure. */
import { foldText } from './fold-text.ts'
import type { ConsultationNote, Patient, PracticeState, Prescription, PrescriptionLine } from './types.ts'

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

/** Lines worth keeping: those that name a drug. */
export function writtenLines(lines: readonly PrescriptionLine[]): PrescriptionLine[] {
  return lines.filter(({ drug }) => drug.trim() !== '')
}
