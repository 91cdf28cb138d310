/** What a practice keeps in MediCab. Days are `YYYY-MM-DD`, times `HH:MM`, instants ISO 8601, amounts cents. */

export interface ConsultationNote {
  id: string
  at: string
  doctorId: string
  title: string
  text: string
}

export interface Patient {
  id: string
  /** empty when an import did not say */
  title: 'M.' | 'Mme' | ''
  lastName: string
  firstName: string
  birthDay: string
  /** fictional social security number: no month 20 exists */
  nir: string
  phone: string
  city: string
  /** what the long-term illness is; null without one */
  ald: string | null
  allergies: string[]
  background: string[]
  notes: ConsultationNote[]
}

export type VisitKind = 'consultation' | 'teleconsultation' | 'visite' | 'urgence'
export type VisitStatus = 'prevu' | 'arrive' | 'termine'

export interface Appointment {
  id: string
  day: string
  start: string
  minutes: number
  patientId: string
  doctorId: string
  reason: string
  kind: VisitKind
  status: VisitStatus
}

export interface PrescriptionLine {
  drug: string
  dosage: string
  duration: string
  /** belongs in the upper zone of a two-zone prescription */
  ald: boolean
}

export interface Prescription {
  id: string
  at: string
  patientId: string
  doctorId: string
  lines: PrescriptionLine[]
  printed: boolean
  /** number of the ordonnance numérique, once signed and sent; null on paper only */
  signedNumber: string | null
}

export interface Printer {
  id: string
  name: string
  connection: 'reseau' | 'usb'
}

export interface PrintingSetup {
  printers: Printer[]
  selectedId: string | null
  drawerId: string | null
  /** the simulated device's switch */
  poweredOn: boolean
  /** a test page came out with this very printer and drawer */
  tested: boolean
}

export type CareSheetStatus = 'a-envoyer' | 'envoyee' | 'payee' | 'rejetee'

/** Feuille de soins électronique (FSE). */
export interface CareSheet {
  id: string
  number: number
  at: string
  patientId: string
  doctorId: string
  act: string
  amountCents: number
  exemption: 'aucune' | 'ald' | 'maternite'
  thirdParty: boolean
  status: CareSheetStatus
  rejection: string | null
  batchId: string | null
}

export type BatchStatus = 'a-envoyer' | 'envoye' | 'accuse' | 'paye' | 'rejete'

export interface Batch {
  id: string
  number: number
  preparedAt: string
  sentAt: string | null
  sheetIds: string[]
  status: BatchStatus
}

/** Retour NOEMIE 908: what the insurer says it paid or refused. */
export interface PaymentReturn {
  id: string
  at: string
  batchNumber: number
  kind: 'paiement' | 'rejet'
  amountCents: number
  sheets: number
}

export interface CardReader {
  connected: boolean
  patientCard: boolean
  doctorCard: boolean
  port: string
  lastReadAt: string | null
}

export interface PracticeProfile {
  name: string
  address: string
  city: string
  phone: string
  email: string
  siteNumber: string
  openingHours: string
}

export interface SoftwareModule {
  id: string
  name: string
  installed: string
  available: string | null
}

export interface SafetySetup {
  lastBackupAt: string
  backupHour: string
  destination: string
  lockMinutes: number
  passwordChangedAt: string
}

export interface AccessEntry {
  id: string
  at: string
  who: string
  what: string
}

export interface Integration {
  id: 'mssante' | 'laboratoire' | 'dmp'
  connected: boolean
  address: string
  lastExchangeAt: string | null
}

export interface PracticeState {
  profile: PracticeProfile
  patients: Patient[]
  appointments: Appointment[]
  prescriptions: Prescription[]
  printing: PrintingSetup
  sheets: CareSheet[]
  batches: Batch[]
  returns: PaymentReturn[]
  reader: CardReader
  modules: SoftwareModule[]
  autoUpdate: boolean
  safety: SafetySetup
  accessLog: AccessEntry[]
  integrations: Integration[]
}
