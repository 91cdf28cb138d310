/** Where a care sheet stands, in one word. */
import type { CareSheet, CareSheetStatus } from '../../domain/types.ts'
import { Badge, type Tone } from '../../parts/feedback.tsx'

export const sheetStatusWords: Record<CareSheetStatus, string> = {
  'a-envoyer': 'À envoyer',
  envoyee: 'Envoyée',
  payee: 'Payée',
  rejetee: 'Rejetée',
}

const tones: Record<CareSheetStatus, Tone> = { 'a-envoyer': 'warn', envoyee: 'info', payee: 'good', rejetee: 'bad' }

export function SheetBadge({ sheet }: { sheet: CareSheet }) {
  return <Badge tone={tones[sheet.status]}>{sheetStatusWords[sheet.status]}</Badge>
}
