/** A new care sheet. The patient's card is read first; without it the sheet is refused with VIT-01. */
import { useState } from 'preact/hooks'
import { acts, addCareSheet, insurerShareCents } from '../../domain/billing.ts'
import { formatAmount } from '../../domain/calendar.ts'
import { findPatient, patientName, searchPatients } from '../../domain/records.ts'
import type { CareSheet } from '../../domain/types.ts'
import { readingProblem } from '../../domain/upkeep.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorAlert } from '../../parts/feedback.tsx'
import { CheckField, SelectField } from '../../parts/fields.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { ExemptionField } from './ExemptionField.tsx'

export function NewSheetDialog({ patientId, onClose }: { patientId: string; onClose(): void }) {
  const { doctor, state, update } = usePractice()
  const [form, setForm] = useState({
    patientId,
    act: acts[0]?.code ?? '',
    exemption: (findPatient(state, patientId)?.ald ? 'ald' : 'aucune') as CareSheet['exemption'],
    thirdParty: false,
    withoutCard: false,
  })
  const [code, setCode] = useState<string | null>(null)
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const act = acts.find((candidate) => candidate.code === form.act)
  const amounts = { amountCents: act?.amountCents ?? 0, exemption: form.exemption }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const problem = form.withoutCard ? null : readingProblem(state.reader)
    setCode(problem)
    if (problem) return
    const { withoutCard: _, ...sheet } = form
    update((current) => addCareSheet(current, { ...sheet, doctorId: doctor.id }, new Date().toISOString()))
    onClose()
  }
  return (
    <Dialog title="Nouvelle feuille de soins" onClose={onClose}>
      <form class="form" onSubmit={save} data-fanal-topic="facturation">
        <SelectField label="Patient" required private value={form.patientId} onValue={(id) => set({ patientId: id })}>
          <option value="">Choisir un patient…</option>
          {searchPatients(state.patients, '').map((patient) => (
            <option key={patient.id} value={patient.id}>
              {patientName(patient)}
              {patient.ald ? ' (ALD)' : ''}
            </option>
          ))}
        </SelectField>
        <SelectField label="Acte" value={form.act} onValue={(value) => set({ act: value })}>
          {acts.map(({ code: actCode, label, amountCents }) => (
            <option key={actCode} value={actCode}>
              {actCode} – {label} ({formatAmount(amountCents)})
            </option>
          ))}
        </SelectField>
        <ExemptionField value={form.exemption} onValue={(exemption) => set({ exemption })} />
        <CheckField label="Tiers payant" checked={form.thirdParty} onChecked={(thirdParty) => set({ thirdParty })} />
        <CheckField
          label="Sans carte Vitale (mode dégradé)"
          checked={form.withoutCard}
          onChecked={(withoutCard) => set({ withoutCard })}
        />
        <p class="amount-line figures">
          <span>Montant {formatAmount(amounts.amountCents)}</span>
          <span>Part caisse {formatAmount(insurerShareCents(amounts))}</span>
        </p>
        {code ? (
          <ErrorAlert code={code} title="Carte Vitale illisible">
            <p>Insérez la carte du patient, ou cochez « Sans carte Vitale ».</p>
          </ErrorAlert>
        ) : null}
        <div class="form-actions">
          <button type="button" class="button" onClick={onClose}>
            Annuler
          </button>
          <button type="submit" class="button-primary">
            Valider la feuille
          </button>
        </div>
      </form>
    </Dialog>
  )
}
