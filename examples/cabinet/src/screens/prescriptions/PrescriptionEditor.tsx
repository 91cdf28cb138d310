/** The prescription being written, with the sheet of paper beside it. */
import { useState } from 'preact/hooks'
import { drugNames } from '../../data/patient-seeds.ts'
import {
  addPrescription,
  findPatient,
  markPrinted,
  patientName,
  searchPatients,
  writtenLines,
} from '../../domain/records.ts'
import type { PrescriptionLine } from '../../domain/types.ts'
import { Done } from '../../parts/feedback.tsx'
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { DoctorCardMissing } from './DoctorCardMissing.tsx'
import { PrescriptionSheet } from './PrescriptionSheet.tsx'
import { PrinterOffline } from './PrinterOffline.tsx'
import { usePrinter } from './use-printer.ts'
import { useSignature } from './use-signature.ts'

const emptyLine: PrescriptionLine = { drug: '', dosage: '', duration: '', ald: false }

/** @param patientId null where the patient is still to be chosen */
export function PrescriptionEditor({ patientId }: { patientId: string | null }) {
  const { doctor, state, update } = usePractice()
  const printer = usePrinter()
  const signature = useSignature()
  const [chosenId, setChosenId] = useState(patientId ?? '')
  const [lines, setLines] = useState<PrescriptionLine[]>([{ ...emptyLine }])
  const [problem, setProblem] = useState<string | null>(null)
  const [savedId, setSavedId] = useState<string | null>(null)
  const patient = findPatient(state, chosenId)
  const signedNumber = state.prescriptions.find(({ id }) => id === savedId)?.signedNumber ?? null
  const busy = printer.busy || signature.busy
  const failed = printer.code !== null || signature.code !== null

  /** Stores the prescription once; printing it again prints the stored one. @returns its id, null when something is missing */
  const save = (): string | null => {
    const kept = writtenLines(lines)
    if (!patient) setProblem('Choisissez un patient.')
    else if (kept.length === 0) setProblem('Écrivez au moins un médicament.')
    if (!patient || kept.length === 0) return null
    setProblem(null)
    if (savedId) return savedId
    const prescription = {
      at: new Date().toISOString(),
      patientId: patient.id,
      doctorId: doctor.id,
      lines: kept,
      printed: false,
      signedNumber: null,
    }
    const next = addPrescription(state, prescription)
    const id = next.prescriptions[0]?.id ?? null
    update(() => next)
    setSavedId(id)
    return id
  }
  const print = () => {
    const id = save()
    if (id) printer.print(() => update((current) => markPrinted(current, id)))
  }
  const sign = () => {
    const id = save()
    if (id) signature.sign(id)
  }
  const startAfresh = () => {
    setLines([{ ...emptyLine }])
    setSavedId(null)
  }
  const change = (next: PrescriptionLine[]) => {
    setLines(next)
    setSavedId(null)
  }
  return (
    <div class="prescription-layout">
      <Panel title="Nouvelle ordonnance">
        <div class="form" data-fanal-topic="ordonnances">
          {patientId === null ? (
            <SelectField
              label="Patient"
              required
              private
              value={chosenId}
              onValue={(id) => {
                setChosenId(id)
                setSavedId(null)
              }}
            >
              <option value="">Choisir un patient…</option>
              {searchPatients(state.patients, '').map((candidate) => (
                <option key={candidate.id} value={candidate.id}>
                  {patientName(candidate)}
                </option>
              ))}
            </SelectField>
          ) : null}
          <LineFields lines={lines} onLines={change} />
          {problem ? (
            <p class="field-error" role="alert">
              {problem}
            </p>
          ) : null}
          {printer.code ? <PrinterOffline code={printer.code} /> : null}
          {signature.code ? <DoctorCardMissing code={signature.code} /> : null}
          <Done>
            {printer.message ??
              (savedId ? signature.message : null) ??
              (savedId && !failed && !busy ? 'Ordonnance enregistrée.' : null)}
          </Done>
          <div class="form-actions">
            {savedId ? (
              <button type="button" class="button" onClick={startAfresh}>
                Vider le formulaire
              </button>
            ) : null}
            <button type="button" class="button" onClick={save}>
              Enregistrer
            </button>
            <button
              type="button"
              class="button"
              disabled={busy || signedNumber !== null}
              data-action="signer"
              onClick={sign}
            >
              {signature.busy ? 'Signature…' : 'Signer l’ordonnance numérique'}
            </button>
            <button type="button" class="button-primary" disabled={busy} data-action="imprimer" onClick={print}>
              <Icon name="imprimante" />
              {printer.busy ? 'Impression…' : 'Imprimer'}
            </button>
          </div>
        </div>
      </Panel>
      <PrescriptionSheet patient={patient ?? null} lines={writtenLines(lines)} signedNumber={signedNumber} />
    </div>
  )
}

function LineFields({ lines, onLines }: { lines: PrescriptionLine[]; onLines(lines: PrescriptionLine[]): void }) {
  const set = (place: number, change: Partial<PrescriptionLine>) =>
    onLines(lines.map((line, index) => (index === place ? { ...line, ...change } : line)))
  return (
    <>
      <datalist id="medicaments">
        {drugNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {lines.map((line, index) => (
        <fieldset key={index} class="drug-line" data-fanal-private>
          <legend>Ligne {index + 1}</legend>
          <TextField label="Médicament" list="medicaments" value={line.drug} onValue={(drug) => set(index, { drug })} />
          <div class="form-row">
            <TextField
              label="Posologie"
              placeholder="1 comprimé matin et soir"
              value={line.dosage}
              onValue={(dosage) => set(index, { dosage })}
            />
            <TextField
              label="Durée"
              class="field-short"
              placeholder="8 jours"
              value={line.duration}
              onValue={(duration) => set(index, { duration })}
            />
          </div>
          <div class="drug-line-foot">
            <CheckField label="En rapport avec l’ALD" checked={line.ald} onChecked={(ald) => set(index, { ald })} />
            {lines.length > 1 ? (
              <button
                type="button"
                class="button-quiet"
                onClick={() => onLines(lines.filter((_, place) => place !== index))}
              >
                <Icon name="corbeille" />
                Retirer
              </button>
            ) : null}
          </div>
        </fieldset>
      ))}
      <div>
        <button type="button" class="button-quiet" onClick={() => onLines([...lines, { ...emptyLine }])}>
          <Icon name="plus" />
          Ajouter une ligne
        </button>
      </div>
    </>
  )
}
