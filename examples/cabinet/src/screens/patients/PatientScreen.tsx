/** One patient's file: who they are, what matters, what was done. */

import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { findDoctor } from '../../data/practices.ts'
import { ageOn, dayOf, formatAmount, formatDay } from '../../domain/calendar.ts'
import { addNote, findPatient, patientName } from '../../domain/records.ts'
import type { Patient } from '../../domain/types.ts'
import { Badge, Empty } from '../../parts/feedback.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Page, Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { SheetBadge } from '../billing/SheetBadge.tsx'

export function PatientScreen() {
  const { state } = usePractice()
  const patient = findPatient(state, useRoute().params.id ?? '')
  if (!patient) return <UnknownPatient />
  return (
    <Page
      title={patientName(patient)}
      private
      topic="patients"
      lead={
        <p class="badges" data-fanal-private>
          <span>
            {patient.title} – {ageOn(patient.birthDay, dayOf(new Date()))} ans, né{patient.title === 'M.' ? '' : 'e'} le{' '}
            {formatDay(patient.birthDay)}
          </span>
          {patient.ald ? <Badge tone="info">ALD : {patient.ald}</Badge> : null}
          {patient.allergies.map((name) => (
            <Badge key={name} tone="warn">
              Allergie : {name.toLowerCase()}
            </Badge>
          ))}
        </p>
      }
      actions={
        <>
          <a class="button" href={`/facturation?patient=${patient.id}`}>
            <Icon name="facturation" />
            Nouvelle feuille de soins
          </a>
          <a class="button-primary" href={`/patients/${patient.id}/ordonnance`}>
            <Icon name="ordonnances" />
            Nouvelle ordonnance
          </a>
        </>
      }
    >
      <div class="record-layout" data-fanal-private>
        <History patient={patient} />
        <div class="stack">
          <Identity patient={patient} />
          <PatientPrescriptions patientId={patient.id} />
          <PatientSheets patientId={patient.id} />
        </div>
      </div>
    </Page>
  )
}

export function UnknownPatient() {
  return (
    <Page title="Dossier introuvable" topic="patients">
      <Empty icon="patients" title="Ce dossier n’existe pas dans ce cabinet">
        <a href="/patients">Voir la liste des patients</a>
      </Empty>
    </Page>
  )
}

function History({ patient }: { patient: Patient }) {
  const { doctor, update } = usePractice()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    update((state) => addNote(state, patient.id, { at: new Date().toISOString(), doctorId: doctor.id, title, text }))
    setTitle('')
    setText('')
  }
  return (
    <Panel title="Historique">
      <form class="form note-form" onSubmit={save}>
        <TextField label="Titre de la note" required value={title} onValue={setTitle} />
        <div class="field">
          <label for="note-text">Note de consultation</label>
          <textarea
            id="note-text"
            rows={3}
            required
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class="form-actions">
          <button type="submit" class="button">
            Ajouter la note
          </button>
        </div>
      </form>
      {patient.notes.length === 0 ? <p class="quiet">Aucune consultation enregistrée.</p> : null}
      <ol class="history">
        {patient.notes.map((note) => (
          <li key={note.id}>
            <p class="history-head">
              <strong>{note.title}</strong>
              <span class="quiet figures">{formatDay(note.at)}</span>
            </p>
            <p>{note.text}</p>
            <p class="quiet">{findDoctor(note.doctorId)?.name}</p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Identity({ patient }: { patient: Patient }) {
  return (
    <Panel title="Identité">
      <dl class="facts">
        <dt>N° de sécurité sociale</dt>
        <dd class="figures">{patient.nir || 'Non renseigné'}</dd>
        <dt>Téléphone</dt>
        <dd class="figures">{patient.phone || 'Non renseigné'}</dd>
        <dt>Ville</dt>
        <dd>{patient.city || 'Non renseignée'}</dd>
        <dt>Antécédents</dt>
        <dd>{patient.background.length > 0 ? patient.background.join(', ') : 'Aucun'}</dd>
      </dl>
    </Panel>
  )
}

function PatientPrescriptions({ patientId }: { patientId: string }) {
  const { state } = usePractice()
  const own = state.prescriptions.filter((prescription) => prescription.patientId === patientId)
  return (
    <Panel title="Ordonnances">
      {own.length === 0 ? <p class="quiet">Aucune ordonnance.</p> : null}
      <ul class="rows">
        {own.map((prescription) => (
          <li key={prescription.id}>
            <span class="figures">{formatDay(prescription.at)}</span>
            <span>{prescription.lines.map(({ drug }) => drug.split(',')[0]).join(', ')}</span>
            <Badge tone={prescription.printed ? 'good' : 'warn'}>
              {prescription.printed ? 'Imprimée' : 'Non imprimée'}
            </Badge>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PatientSheets({ patientId }: { patientId: string }) {
  const { state } = usePractice()
  const own = state.sheets.filter((sheet) => sheet.patientId === patientId)
  return (
    <Panel title="Feuilles de soins">
      {own.length === 0 ? <p class="quiet">Aucune feuille de soins.</p> : null}
      <ul class="rows">
        {own.map((sheet) => (
          <li key={sheet.id}>
            <span class="figures">{formatDay(sheet.at)}</span>
            <span class="figures">{formatAmount(sheet.amountCents)}</span>
            <SheetBadge sheet={sheet} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
