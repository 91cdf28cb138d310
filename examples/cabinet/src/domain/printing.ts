/**
 * The prescription printer: what state it is in, and what happens to a page sent to it.
 * Pure; the wait for the paper is the screen's business.
 */
import type { PracticeState, Printer, PrintingSetup } from './types.ts'

export const drawers = [
  { id: 'bac-1', name: 'Bac 1 – A4 blanc' },
  { id: 'bac-2', name: 'Bac 2 – ordonnances A5' },
  { id: 'bac-3', name: 'Bac 3 – ordonnances bizone (ALD)' },
] as const

/** missing: none chosen · offline: chosen, not lit · incomplete: no drawer · untested: no page came out yet · ready */
export type PrinterStatus = 'missing' | 'offline' | 'incomplete' | 'untested' | 'ready'

export const printerStatusWords: Record<PrinterStatus, string> = {
  missing: 'Aucune imprimante choisie',
  offline: 'Imprimante hors ligne',
  incomplete: 'Choisissez un bac à papier',
  untested: 'À tester : imprimez une page de test',
  ready: 'Imprimante prête',
}

export function printerStatus(printing: PrintingSetup): PrinterStatus {
  if (printing.selectedId === null) return 'missing'
  if (!printing.poweredOn) return 'offline'
  if (printing.drawerId === null) return 'incomplete'
  return printing.tested ? 'ready' : 'untested'
}

export type PrintOutcome = { printed: true; printer: string; drawer: string } | { printed: false; code: 'IMP-02' }

/** Sends one page; a printer that was not chosen or is switched off gives IMP-02. */
export function sendPage(printing: PrintingSetup): PrintOutcome {
  const printer = printing.printers.find(({ id }) => id === printing.selectedId)
  if (!printer || !printing.poweredOn) return { printed: false, code: 'IMP-02' }
  const drawer = drawers.find(({ id }) => id === printing.drawerId) ?? drawers[0]
  return { printed: true, printer: printer.name, drawer: drawer.name }
}

export function choosePrinter(state: PracticeState, selectedId: string | null): PracticeState {
  return { ...state, printing: { ...state.printing, selectedId, tested: false } }
}

export function chooseDrawer(state: PracticeState, drawerId: string | null): PracticeState {
  return { ...state, printing: { ...state.printing, drawerId, tested: false } }
}

/** A printer that was switched off keeps its test: paper and drawer have not changed. */
export function switchPrinter(state: PracticeState, poweredOn: boolean): PracticeState {
  return { ...state, printing: { ...state.printing, poweredOn } }
}

export function markTested(state: PracticeState): PracticeState {
  return { ...state, printing: { ...state.printing, tested: true } }
}

export function addPrinter(state: PracticeState, printer: Printer): PracticeState {
  const printers = [...state.printing.printers, printer]
  return { ...state, printing: { ...state.printing, printers, selectedId: printer.id, tested: false } }
}
