/** A practice as it stands on its first morning: everything hangs on the day it is opened, so the agenda is never empty. */
import { acts, insurerShareCents } from '../domain/billing.ts'
import { addDays, dayOf, instantAt, timeOf } from '../domain/calendar.ts'
import type {
  Appointment,
  Batch,
  CareSheet,
  Patient,
  PaymentReturn,
  PracticeState,
  PrintingSetup,
  SoftwareModule,
} from '../domain/types.ts'
import { noteTexts, patientSeeds, visitReasons } from './patient-seeds.ts'
import { type Practice, practices } from './practices.ts'

/** @throws RangeError for an id that is none of the three practices */
export function makePractice(practiceId: string, now: Date): PracticeState {
  const practice = practices.find(({ id }) => id === practiceId)
  if (!practice) throw new RangeError(`There is no practice "${practiceId}".`)
  const today = dayOf(now)
  const patients = makePatients(practice, today)
  const { sheets, batches } = makeBilling(practice, patients, today)
  return {
    profile: {
      name: practice.name,
      address: practice.address,
      city: practice.city,
      phone: practice.phone,
      email: practice.email,
      siteNumber: '990000019',
      openingHours: 'Du lundi au vendredi, 8 h – 19 h ; samedi, 8 h – 12 h',
    },
    patients,
    appointments: makeAppointments(practice, patients, today),
    prescriptions: makePrescriptions(practice, patients, today),
    printing: makePrinting(practiceId),
    sheets,
    batches,
    returns: makeReturns(sheets, today),
    // the practice by the sea has just received its reader: still in its box, no card in it
    reader: {
      connected: practiceId !== 'cabinet-port',
      patientCard: practiceId !== 'cabinet-port',
      doctorCard: practiceId !== 'cabinet-port',
      port: 'usb-1',
      lastReadAt: practiceId === 'cabinet-port' ? null : instantAt(addDays(today, -1), '17:42'),
    },
    modules: makeModules(),
    autoUpdate: false,
    safety: {
      // the practice by the sea forgot its backups: updates are refused there until it makes one
      lastBackupAt: instantAt(practiceId === 'cabinet-port' ? addDays(today, -3) : addDays(today, -1), '23:30'),
      backupHour: '23:30',
      destination: 'disque-externe',
      lockMinutes: 10,
      passwordChangedAt: addDays(today, -96),
    },
    accessLog: practice.doctors.map((doctor, index) => ({
      id: `acces-${practice.doctors.length - index}`,
      at: instantAt(addDays(today, -1), timeOf(18 * 60 + 5 - index * 37)),
      who: doctor.name,
      what: 'Ouverture de session',
    })),
    integrations: [
      {
        id: 'mssante',
        connected: practiceId === 'maison-bellevue',
        address: practiceId === 'maison-bellevue' ? 'thomas.bonnefoy@mssante.example' : '',
        lastExchangeAt: null,
      },
      {
        id: 'laboratoire',
        connected: practiceId !== 'cabinet-port',
        address: practiceId === 'cabinet-port' ? '' : 'LABO-35-0042',
        lastExchangeAt: instantAt(addDays(today, -1), '19:20'),
      },
      { id: 'dmp', connected: false, address: '', lastExchangeAt: null },
    ],
  }
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

function makePatients(practice: Practice, today: string): Patient[] {
  return (patientSeeds[practice.id] ?? []).map((seed, index): Patient => {
    const sex = seed.title === 'M.' ? 1 : 2
    return {
      ...seed,
      id: String((practices.indexOf(practice) + 1) * 10_000 + 214 + index * 37),
      nir: `${sex} ${seed.birthDay.slice(2, 4)} 20 99 000 ${String(index + 1).padStart(3, '0')} 00`,
      phone: `06 39 98 ${twoDigits(10 + index * 3)} ${twoDigits((index * 17 + 8) % 100)}`,
      ald: seed.ald ?? null,
      allergies: seed.allergies ?? [],
      background: seed.background ?? [],
      notes: [0, 1, 2].slice(0, 1 + (index % 3)).flatMap((place) => {
        const text = noteTexts[(index + place) % noteTexts.length]
        const doctor = practice.doctors[(index + place) % practice.doctors.length]
        if (!text || !doctor) return []
        const day = addDays(today, -(9 + index * 2 + place * 71))
        return [{ ...text, id: `${index}-${place}`, at: instantAt(day, timeOf(540 + index * 15)), doctorId: doctor.id }]
      }),
    }
  })
}

/** start in minutes, length, kind, from the morning's first patient on */
const dayPlan = [
  [510, 15, 'consultation'],
  [525, 30, 'consultation'],
  [570, 15, 'teleconsultation'],
  [600, 15, 'consultation'],
  [615, 15, 'urgence'],
  [645, 30, 'consultation'],
  [690, 15, 'consultation'],
  [750, 45, 'visite'],
  [840, 15, 'consultation'],
  [870, 30, 'consultation'],
  [915, 15, 'teleconsultation'],
  [960, 15, 'consultation'],
  [990, 30, 'consultation'],
  [1050, 15, 'consultation'],
] as const

function makeAppointments(practice: Practice, patients: Patient[], today: string): Appointment[] {
  const all: Appointment[] = []
  for (const offset of [-1, 0, 1, 2]) {
    for (const [place, doctor] of practice.doctors.entries()) {
      for (const [slot, [start, minutes, kind]] of dayPlan.entries()) {
        // every day and doctor leaves other gaps free
        if ((slot + offset + place * 2 + 8) % 4 === 0) continue
        const patient = patients[(slot * 3 + place * 5 + offset + 1 + patients.length) % patients.length]
        const reason = visitReasons[(slot + place + offset + 10) % visitReasons.length]
        if (!patient || !reason) continue
        all.push({
          id: `rdv${all.length + 1}`,
          day: addDays(today, offset),
          start: timeOf(start),
          minutes,
          patientId: patient.id,
          doctorId: doctor.id,
          reason,
          kind,
          status: offset < 0 || (offset === 0 && slot < 3) ? 'termine' : offset === 0 && slot < 6 ? 'arrive' : 'prevu',
        })
      }
    }
  }
  return all
}

function makePrescriptions(practice: Practice, patients: Patient[], today: string): PracticeState['prescriptions'] {
  return patients.slice(0, 4).map((patient, index) => ({
    id: `ord-${4 - index}`,
    at: instantAt(addDays(today, -(index * 3 + 1)), timeOf(600 + index * 45)),
    patientId: patient.id,
    doctorId: (practice.doctors[index % practice.doctors.length] ?? practice.doctors[0])?.id ?? '',
    lines: [
      { drug: 'Ramipril 5 mg, comprimé', dosage: '1 comprimé le matin', duration: '3 mois', ald: patient.ald !== null },
      {
        drug: 'Paracétamol 1 g, comprimé',
        dosage: '1 comprimé en cas de douleur, 3 par jour au plus',
        duration: '8 jours',
        ald: false,
      },
    ].slice(0, 1 + (index % 2)),
    printed: index !== 1,
    signedNumber: null,
  }))
}

function makePrinting(practiceId: string): PrintingSetup {
  const printers = [
    { id: 'accueil', name: 'Ostrel LX 220 (accueil)', connection: 'reseau' as const },
    { id: 'cabinet', name: 'Ostrel M 410 (cabinet)', connection: 'usb' as const },
    { id: 'pdf', name: 'Kyrell DocuJet 5 (secrétariat)', connection: 'reseau' as const },
  ]
  if (practiceId === 'cabinet-port')
    return { printers, selectedId: 'cabinet', drawerId: 'bac-1', poweredOn: false, tested: true }
  if (practiceId === 'maison-bellevue')
    return { printers, selectedId: 'accueil', drawerId: 'bac-2', poweredOn: true, tested: true }
  return { printers, selectedId: null, drawerId: null, poweredOn: false, tested: false }
}

function makeBilling(
  practice: Practice,
  patients: Patient[],
  today: string,
): { sheets: CareSheet[]; batches: Batch[] } {
  const sheets: CareSheet[] = []
  const statuses = [
    'a-envoyer',
    'a-envoyer',
    'a-envoyer',
    'a-envoyer',
    'envoyee',
    'envoyee',
    'envoyee',
    'rejetee',
    'rejetee',
    'payee',
    'payee',
    'payee',
    'payee',
  ] as const
  for (const [index, status] of statuses.entries()) {
    const patient = patients[(index * 3 + 1) % patients.length]
    const act = acts[[0, 0, 3, 0, 1, 0, 2, 0, 0, 4, 0, 5, 0][index] ?? 0]
    const doctor = practice.doctors[index % practice.doctors.length]
    if (!patient || !act || !doctor) continue
    const daysAgo = [0, 0, 0, 0, 1, 1, 1, 3, 3, 5, 5, 6, 6][index] ?? 0
    const number = 2417 - index
    sheets.push({
      id: `fse-${number}`,
      number,
      at: instantAt(addDays(today, -daysAgo), timeOf(690 - (index % 4) * 35)),
      patientId: patient.id,
      doctorId: doctor.id,
      act: act.code,
      amountCents: act.amountCents,
      // what was refused says the contrary of the patient's rights
      exemption: (status === 'rejetee') === (patient.ald === null) ? 'ald' : 'aucune',
      thirdParty: patient.ald !== null || index % 3 === 0,
      status,
      rejection: status === 'rejetee' ? 'B2-043' : null,
      batchId: { 'a-envoyer': null, envoyee: 'lot-128', rejetee: 'lot-127', payee: 'lot-126' }[status],
    })
  }
  const idsOf = (batchId: string) => sheets.filter((sheet) => sheet.batchId === batchId).map(({ id }) => id)
  const batch = (number: number, daysAgo: number, status: Batch['status']): Batch => ({
    id: `lot-${number}`,
    number,
    preparedAt: instantAt(addDays(today, -daysAgo), '18:30'),
    sentAt: instantAt(addDays(today, -daysAgo), '18:34'),
    sheetIds: idsOf(`lot-${number}`),
    status,
  })
  return { sheets, batches: [batch(128, 1, 'accuse'), batch(127, 3, 'rejete'), batch(126, 5, 'paye')] }
}

function makeReturns(sheets: readonly CareSheet[], today: string): PaymentReturn[] {
  return (
    [
      [127, 2, 'rejet'],
      [126, 4, 'paiement'],
    ] as const
  ).map(([batchNumber, daysAgo, kind]) => {
    const told = sheets.filter(({ batchId }) => batchId === `lot-${batchNumber}`)
    return {
      id: `908-${batchNumber}`,
      at: instantAt(addDays(today, -daysAgo), '06:10'),
      batchNumber,
      kind,
      amountCents: told.reduce((sum, sheet) => sum + insurerShareCents(sheet), 0),
      sheets: told.length,
    }
  })
}

function makeModules(): SoftwareModule[] {
  return [
    { id: 'medicab', name: 'MediCab', installed: '5.2.0', available: null },
    { id: 'base', name: 'Base médicaments', installed: '2.114', available: '2.115' },
    { id: 'fse', name: 'Module FSE', installed: '1.40.13', available: '1.40.14' },
    { id: 'ccam', name: 'Nomenclature CCAM', installed: '78', available: null },
  ]
}
