/** Backups, passwords, updates, reader and partners: the machine room of a practice. Pure. */
import type { AccessEntry, CardReader, Integration, PracticeProfile, PracticeState, SafetySetup } from './types.ts'

const freshBackupMs = 24 * 3_600_000

/** MAJ-03: nothing is installed unless the data were saved within 24 hours. */
export function installProblem(safety: SafetySetup, now: Date): 'MAJ-03' | null {
  return now.getTime() - new Date(safety.lastBackupAt).getTime() <= freshBackupMs ? null : 'MAJ-03'
}

export function installModule(state: PracticeState, id: string): PracticeState {
  return {
    ...state,
    modules: state.modules.map((module) =>
      module.id === id && module.available !== null
        ? { ...module, installed: module.available, available: null }
        : module,
    ),
  }
}

export function setAutoUpdate(state: PracticeState, autoUpdate: boolean): PracticeState {
  return { ...state, autoUpdate }
}

export function changeSafety(state: PracticeState, change: Partial<SafetySetup>): PracticeState {
  return { ...state, safety: { ...state.safety, ...change } }
}

export function changeReader(state: PracticeState, change: Partial<CardReader>): PracticeState {
  return { ...state, reader: { ...state.reader, ...change } }
}

/** VIT-01: no reader, or no patient's card in it. */
export function readingProblem(reader: CardReader): 'VIT-01' | null {
  return reader.connected && reader.patientCard ? null : 'VIT-01'
}

export function changeIntegration(
  state: PracticeState,
  id: Integration['id'],
  change: Partial<Integration>,
): PracticeState {
  return {
    ...state,
    integrations: state.integrations.map((integration) =>
      integration.id === id ? { ...integration, ...change } : integration,
    ),
  }
}

export function saveProfile(state: PracticeState, profile: PracticeProfile): PracticeState {
  return { ...state, profile }
}

export function logAccess(state: PracticeState, entry: Omit<AccessEntry, 'id'>): PracticeState {
  const id = `acces-${state.accessLog.length + 1}`
  return { ...state, accessLog: [{ ...entry, id }, ...state.accessLog].slice(0, 60) }
}

/** What is wrong with a new password, in words for its owner; null when nothing is. */
export function passwordProblem(password: string, repeated: string): string | null {
  if (password.length < 12) return 'Choisissez au moins 12 caractères.'
  if (!/\d/.test(password) || !/\p{L}/u.test(password)) return 'Mélangez des lettres et des chiffres.'
  return password === repeated ? null : 'Les deux mots de passe ne sont pas identiques.'
}
