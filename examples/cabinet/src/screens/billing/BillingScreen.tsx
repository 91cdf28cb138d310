/** Care sheets (FSE): the list, a new one, and those the insurer refused. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { insurerShareCents, rejectedSheets, sheetsToSend } from '../../domain/billing.ts'
import { dayOf, formatAmount, formatDay } from '../../domain/calendar.ts'
import { findPatient, patientName } from '../../domain/records.ts'
import type { CareSheet, CareSheetStatus } from '../../domain/types.ts'
import { Done, Empty, ErrorAlert } from '../../parts/feedback.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Page, Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { CorrectSheetDialog } from './CorrectSheetDialog.tsx'
import { NewSheetDialog } from './NewSheetDialog.tsx'
import { SheetBadge, sheetStatusWords } from './SheetBadge.tsx'

export function BillingScreen() {
  const { state } = usePractice()
  const { query, route } = useLocation()
  const [adding, setAdding] = useState(query.patient !== undefined)
  const [correcting, setCorrecting] = useState<CareSheet | null>(null)
  const [corrected, setCorrected] = useState<number | null>(null)
  const [status, setStatus] = useState<CareSheetStatus | ''>('')
  const rejected = rejectedSheets(state)
  const shown = state.sheets.filter((sheet) => status === '' || sheet.status === status)
  const closeNew = () => {
    setAdding(false)
    if (query.patient !== undefined) route('/facturation', true)
  }
  return (
    <Page
      title="Facturation"
      topic="facturation"
      lead={<p>Feuilles de soins électroniques (FSE)</p>}
      actions={
        <button type="button" class="button-primary" data-action="nouvelle-fse" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          Nouvelle feuille de soins
        </button>
      }
    >
      <BillingFigures />
      <Done>{corrected === null ? null : `Feuille n° ${corrected} corrigée et remise à l’envoi.`}</Done>
      {rejected.length > 0 ? <RejectedNotice rejected={rejected} onCorrect={setCorrecting} /> : null}
      <Panel
        title="Feuilles de soins"
        actions={
          <SelectField
            label="Statut"
            class="field-inline"
            value={status}
            onValue={(value) => setStatus(value as CareSheetStatus | '')}
          >
            <option value="">Tous</option>
            {Object.entries(sheetStatusWords).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        }
      >
        {shown.length === 0 ? (
          <Empty icon="facturation" title="Aucune feuille de soins dans cette liste" />
        ) : (
          <SheetTable sheets={shown} onCorrect={setCorrecting} />
        )}
      </Panel>
      {adding ? <NewSheetDialog patientId={query.patient ?? ''} onClose={closeNew} /> : null}
      {correcting ? (
        <CorrectSheetDialog
          sheet={correcting}
          onCorrected={() => setCorrected(correcting.number)}
          onClose={() => setCorrecting(null)}
        />
      ) : null}
    </Page>
  )
}

function BillingFigures() {
  const { state } = usePractice()
  const today = dayOf(new Date())
  const todays = state.sheets.filter((sheet) => dayOf(new Date(sheet.at)) === today)
  const sum = (sheets: CareSheet[]) => formatAmount(sheets.reduce((total, sheet) => total + sheet.amountCents, 0))
  const figures = [
    { label: 'Aujourd’hui', value: sum(todays), note: `${todays.length} feuilles` },
    { label: 'À envoyer', value: String(sheetsToSend(state).length), note: 'hors lot' },
    {
      label: 'En attente de paiement',
      value: sum(state.sheets.filter(({ status }) => status === 'envoyee')),
      note: 'lots envoyés',
    },
    { label: 'Rejetées', value: String(rejectedSheets(state).length), note: 'à corriger' },
  ]
  return (
    <dl class="figures-row">
      {figures.map(({ label, value, note }) => (
        <div key={label} class="figure-card">
          <dt>{label}</dt>
          <dd>
            <span class="figure-value figures">{value}</span>
            <span class="figure-note">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function RejectedNotice({ rejected, onCorrect }: { rejected: CareSheet[]; onCorrect(sheet: CareSheet): void }) {
  const first = rejected[0]
  return (
    <ErrorAlert
      code="B2-043"
      title={rejected.length > 1 ? `Lot rejeté : ${rejected.length} feuilles à corriger` : 'Une feuille à corriger'}
    >
      <p>L’exonération indiquée ne correspond pas aux droits du patient chez sa caisse.</p>
      {first ? (
        <button type="button" class="button-small" data-action="corriger-rejet" onClick={() => onCorrect(first)}>
          Corriger la feuille n° {first.number}
        </button>
      ) : null}
    </ErrorAlert>
  )
}

function SheetTable({ sheets, onCorrect }: { sheets: CareSheet[]; onCorrect(sheet: CareSheet): void }) {
  return (
    <div class="table-wrap" data-fanal-private>
      <table class="table table-cards">
        <caption class="sr-only">Feuilles de soins du cabinet</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">N°</th>
            <th scope="col">Date</th>
            <th scope="col">Acte</th>
            <th scope="col" class="cell-amount">
              Montant
            </th>
            <th scope="col" class="cell-amount">
              Part caisse
            </th>
            <th scope="col">Statut</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <SheetRow key={sheet.id} sheet={sheet} onCorrect={onCorrect} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SheetRow({ sheet, onCorrect }: { sheet: CareSheet; onCorrect(sheet: CareSheet): void }) {
  const { state } = usePractice()
  const patient = findPatient(state, sheet.patientId)
  return (
    <tr>
      <th scope="row">
        {patient ? <a href={`/patients/${patient.id}`}>{patientName(patient)}</a> : 'Dossier supprimé'}
      </th>
      <td class="figures" data-label="N°">
        {sheet.number}
      </td>
      <td class="figures" data-label="Date">
        {formatDay(sheet.at)}
      </td>
      <td data-label="Acte">
        {sheet.act}
        {sheet.thirdParty ? <span class="quiet"> tiers payant</span> : null}
      </td>
      <td class="figures cell-amount" data-label="Montant">
        {formatAmount(sheet.amountCents)}
      </td>
      <td class="figures cell-amount" data-label="Part caisse">
        {formatAmount(insurerShareCents(sheet))}
      </td>
      <td data-label="Statut">
        <span class="badges">
          <SheetBadge sheet={sheet} />
          {sheet.status === 'rejetee' ? (
            <button
              type="button"
              class="button-small"
              aria-label={`Corriger la feuille ${sheet.number}`}
              onClick={() => onCorrect(sheet)}
            >
              Corriger
            </button>
          ) : null}
        </span>
      </td>
    </tr>
  )
}
