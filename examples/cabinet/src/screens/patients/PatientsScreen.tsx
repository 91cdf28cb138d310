/** The list of patients, with search. */
import { useState } from 'preact/hooks'
import { ageOn, dayOf, formatDay } from '../../domain/calendar.ts'
import { patientName, searchPatients } from '../../domain/records.ts'
import { Badge, Empty } from '../../parts/feedback.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Page } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { NewPatientDialog } from './NewPatientDialog.tsx'

export function PatientsScreen() {
  const { state } = usePractice()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState(false)
  const found = searchPatients(state.patients, text)
  return (
    <Page
      title="Patients"
      topic="patients"
      lead={<p>{state.patients.length} dossiers</p>}
      actions={
        <button type="button" class="button-primary" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          Nouveau patient
        </button>
      }
    >
      <TextField
        label="Rechercher un patient"
        type="search"
        class="field-search"
        private
        placeholder="Nom, prénom, date de naissance ou téléphone"
        value={text}
        onValue={setText}
      />
      {found.length === 0 ? (
        <Empty icon="patients" title="Aucun dossier ne correspond">
          Vérifiez l’orthographe ou tapez la date de naissance, par exemple 12/05/1948.
        </Empty>
      ) : (
        <PatientTable patients={found} />
      )}
      {adding ? <NewPatientDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

function PatientTable({ patients }: { patients: ReturnType<typeof searchPatients> }) {
  const today = dayOf(new Date())
  return (
    <div class="table-wrap panel" data-fanal-private>
      <table class="table table-cards">
        <caption class="sr-only">Dossiers du cabinet</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Naissance</th>
            <th scope="col">Téléphone</th>
            <th scope="col">Ville</th>
            <th scope="col">À savoir</th>
          </tr>
        </thead>
        <tbody>
          {patients.map((patient) => (
            <tr key={patient.id}>
              <th scope="row">
                <a href={`/patients/${patient.id}`}>{patientName(patient)}</a>
              </th>
              <td class="figures" data-label="Naissance">
                {formatDay(patient.birthDay)} <span class="quiet">({ageOn(patient.birthDay, today)} ans)</span>
              </td>
              <td class="figures" data-label="Téléphone">
                {patient.phone || '—'}
              </td>
              <td data-label="Ville">{patient.city || '—'}</td>
              <td data-label="À savoir">
                <span class="badges">
                  {patient.ald ? <Badge tone="info">ALD</Badge> : null}
                  {patient.allergies.map((name) => (
                    <Badge key={name} tone="warn">
                      Allergie : {name.toLowerCase()}
                    </Badge>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
