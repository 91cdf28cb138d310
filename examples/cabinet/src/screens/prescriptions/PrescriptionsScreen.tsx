/** Writing and printing prescriptions: for any patient, or for the one whose file is open. */

import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { formatDay } from '../../domain/calendar.ts'
import { findPatient, markPrinted, patientName } from '../../domain/records.ts'
import type { Prescription } from '../../domain/types.ts'
import { Badge, Done, Empty } from '../../parts/feedback.tsx'
import { Page, Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { UnknownPatient } from '../patients/PatientScreen.tsx'
import { DoctorCardMissing } from './DoctorCardMissing.tsx'
import { PrescriptionEditor } from './PrescriptionEditor.tsx'
import { PrinterOffline } from './PrinterOffline.tsx'
import { usePrinter } from './use-printer.ts'
import { useSignature } from './use-signature.ts'

export function PrescriptionsScreen() {
  return (
    <Page
      title="Ordonnances"
      topic="ordonnances"
      lead={<PrinterLine />}
      actions={
        <button type="button" class="button" data-fanal-flow="ordonnance-numerique">
          L’ordonnance numérique pas à pas
        </button>
      }
    >
      <PrescriptionEditor patientId={null} />
      <RecentPrescriptions />
    </Page>
  )
}

export function PatientPrescriptionScreen() {
  const { state } = usePractice()
  const patient = findPatient(state, useRoute().params.id ?? '')
  if (!patient) return <UnknownPatient />
  return (
    <Page
      title="Ordonnance"
      topic="ordonnances"
      lead={
        <p data-fanal-private>
          Pour <a href={`/patients/${patient.id}`}>{patientName(patient)}</a>
          {patient.allergies.length > 0 ? ` – allergie : ${patient.allergies.join(', ').toLowerCase()}` : ''}
        </p>
      }
    >
      <PrescriptionEditor patientId={patient.id} />
    </Page>
  )
}

function PrinterLine() {
  const { state } = usePractice()
  const printer = state.printing.printers.find(({ id }) => id === state.printing.selectedId)
  return <p>Imprimante : {printer?.name ?? 'aucune'}</p>
}

function RecentPrescriptions() {
  const { state, update } = usePractice()
  const printer = usePrinter()
  const signature = useSignature()
  const [printingId, setPrintingId] = useState<string | null>(null)
  const print = (prescription: Prescription) => {
    setPrintingId(prescription.id)
    printer.print(() => update((current) => markPrinted(current, prescription.id)))
  }
  return (
    <Panel title="Dernières ordonnances">
      {printer.code ? <PrinterOffline code={printer.code} /> : null}
      {signature.code ? <DoctorCardMissing code={signature.code} /> : null}
      <Done>{printer.message ?? signature.message}</Done>
      {state.prescriptions.length === 0 ? (
        <Empty icon="ordonnances" title="Aucune ordonnance pour le moment" />
      ) : (
        <div class="table-wrap" data-fanal-private>
          <table class="table table-cards">
            <caption class="sr-only">Ordonnances enregistrées</caption>
            <thead>
              <tr>
                <th scope="col">Patient</th>
                <th scope="col">Date</th>
                <th scope="col">Prescription</th>
                <th scope="col">État</th>
                <th scope="col">
                  <span class="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {state.prescriptions.map((prescription) => (
                <PrescriptionRow
                  key={prescription.id}
                  prescription={prescription}
                  busy={printer.busy && printingId === prescription.id}
                  signing={signature.busy}
                  onPrint={() => print(prescription)}
                  onSign={() => signature.sign(prescription.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

interface PrescriptionRowProps {
  prescription: Prescription
  busy: boolean
  signing: boolean
  onPrint(): void
  onSign(): void
}

function PrescriptionRow({ prescription, busy, signing, onPrint, onSign }: PrescriptionRowProps) {
  const { state } = usePractice()
  const patient = findPatient(state, prescription.patientId)
  return (
    <tr>
      <th scope="row">
        {patient ? <a href={`/patients/${patient.id}`}>{patientName(patient)}</a> : 'Dossier supprimé'}
      </th>
      <td class="figures" data-label="Date">
        {formatDay(prescription.at)}
      </td>
      <td data-label="Prescription">{prescription.lines.map(({ drug }) => drug).join(' ; ')}</td>
      <td data-label="État">
        <span class="badges">
          <Badge tone={prescription.printed ? 'good' : 'warn'}>
            {prescription.printed ? 'Imprimée' : 'Non imprimée'}
          </Badge>
          {prescription.signedNumber === null ? null : <Badge tone="info">Numérique</Badge>}
        </span>
      </td>
      <td class="cell-actions">
        {prescription.signedNumber === null ? (
          <button type="button" class="button-small" disabled={signing} onClick={onSign}>
            Signer
          </button>
        ) : null}
        <button type="button" class="button-small" disabled={busy} onClick={onPrint}>
          {busy ? 'Impression…' : prescription.printed ? 'Nouvelle impression' : 'Lancer l’impression'}
        </button>
      </td>
    </tr>
  )
}
