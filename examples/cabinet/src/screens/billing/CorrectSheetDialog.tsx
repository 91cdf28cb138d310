/** Puts a refused care sheet right, and back among those to send. */
import { useState } from 'preact/hooks'
import { correctSheet } from '../../domain/billing.ts'
import { formatAmount, formatDay } from '../../domain/calendar.ts'
import { findPatient, patientName } from '../../domain/records.ts'
import type { CareSheet } from '../../domain/types.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { ExemptionField } from './ExemptionField.tsx'

interface CorrectSheetDialogProps {
  sheet: CareSheet
  onCorrected(): void
  onClose(): void
}

export function CorrectSheetDialog({ sheet, onCorrected, onClose }: CorrectSheetDialogProps) {
  const { state, update } = usePractice()
  const patient = findPatient(state, sheet.patientId)
  const [exemption, setExemption] = useState(sheet.exemption)
  const unchanged = exemption === sheet.exemption
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    update((current) => correctSheet(current, sheet.id, exemption))
    onCorrected()
    onClose()
  }
  return (
    <Dialog title={`Corriger la feuille n° ${sheet.number}`} onClose={onClose}>
      <form class="form" onSubmit={save} data-fanal-topic="facturation">
        <dl class="facts" data-fanal-private>
          <dt>Patient</dt>
          <dd>{patient ? patientName(patient) : 'Dossier supprimé'}</dd>
          <dt>Acte</dt>
          <dd>
            {sheet.act}, {formatAmount(sheet.amountCents)}, le {formatDay(sheet.at)}
          </dd>
          <dt>Droits chez la caisse</dt>
          <dd>{patient?.ald ? 'ALD reconnue' : 'Aucune exonération'}</dd>
          <dt>Motif du rejet</dt>
          <dd>{sheet.rejection} – exonération incompatible avec les droits</dd>
        </dl>
        <ExemptionField value={exemption} onValue={setExemption} />
        {unchanged ? <p class="field-hint">Choisissez une autre exonération que celle qui a été rejetée.</p> : null}
        <div class="form-actions">
          <button type="button" class="button" onClick={onClose}>
            Annuler
          </button>
          <button type="submit" class="button-primary" disabled={unchanged} data-action="remettre-a-l-envoi">
            Corriger et remettre à l’envoi
          </button>
        </div>
      </form>
    </Dialog>
  )
}
