/** The three fictional practices of the example and their doctors. Read by the app and by its backend. */

export interface Doctor {
  id: string
  name: string
  specialty: string
  /** eleven digits, fictional */
  rpps: string
}

export interface Practice {
  id: string
  name: string
  tier: 'solo' | 'cabinet' | 'maison'
  address: string
  city: string
  phone: string
  email: string
  /** the health insurance office that pays this practice */
  insurer: string
  doctors: readonly Doctor[]
}

/** Phone numbers lie in the ranges reserved for fiction. */
export const practices: readonly Practice[] = [
  {
    id: 'cabinet-lilas',
    name: 'Cabinet des Lilas',
    tier: 'cabinet',
    address: '14, rue des Lilas',
    city: '35000 Rennes',
    phone: '02 61 91 20 14',
    email: 'secretariat@cabinet-des-lilas.example',
    insurer: 'CPAM 351 – Ille-et-Vilaine',
    doctors: [
      { id: 'dr-aubry', name: 'Dr Claire Aubry', specialty: 'Médecine générale', rpps: '10100000014' },
      { id: 'dr-legoff', name: 'Dr Mathieu Le Goff', specialty: 'Médecine générale', rpps: '10100000022' },
    ],
  },
  {
    id: 'cabinet-port',
    name: 'Cabinet du Port',
    tier: 'solo',
    address: '3, quai des Cordiers',
    city: '17000 La Rochelle',
    phone: '05 36 49 07 31',
    email: 'contact@cabinet-du-port.example',
    insurer: 'CPAM 171 – Charente-Maritime',
    doctors: [{ id: 'dr-kermarec', name: 'Dr Inès Kermarec', specialty: 'Pédiatrie', rpps: '10100000030' }],
  },
  {
    id: 'maison-bellevue',
    name: 'Maison de santé Bellevue',
    tier: 'maison',
    address: '52, cours Bellevue',
    city: '42100 Saint-Étienne',
    phone: '04 65 71 33 80',
    email: 'accueil@msp-bellevue.example',
    insurer: 'CPAM 421 – Loire',
    doctors: [
      { id: 'dr-bonnefoy', name: 'Dr Thomas Bonnefoy', specialty: 'Médecine générale', rpps: '10100000048' },
      { id: 'dr-diallo', name: 'Dr Salomé Diallo', specialty: 'Médecine générale', rpps: '10100000055' },
      { id: 'ide-ferrand', name: 'Lucie Ferrand', specialty: 'Infirmière', rpps: '10100000063' },
    ],
  },
]

export interface SignedInDoctor extends Doctor {
  practice: Practice
}

export function findDoctor(id: string): SignedInDoctor | undefined {
  for (const practice of practices) {
    const doctor = practice.doctors.find((candidate) => candidate.id === id)
    if (doctor) return { ...doctor, practice }
  }
  return undefined
}

/** Who is signed in when nobody has chosen yet. */
export const defaultDoctorId = 'dr-aubry'
