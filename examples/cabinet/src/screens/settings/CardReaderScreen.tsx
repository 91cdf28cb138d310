/** The card reader: where it is plugged in, and a test that reads the patient's card. */
import { useState } from 'preact/hooks'
import { formatDay, formatInstant } from '../../domain/calendar.ts'
import { patientName } from '../../domain/records.ts'
import { changeReader, readingProblem } from '../../domain/upkeep.ts'
import { announce } from '../../help/announce.ts'
import { ErrorAlert, ProgressBar } from '../../parts/feedback.tsx'
import { SelectField, SwitchField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Page.tsx'
import { useProgress } from '../../parts/use-progress.ts'
import { usePractice } from '../../state/practice-context.tsx'
import { SettingsPage } from './SettingsPage.tsx'

const readingMs = 1500

export function CardReaderScreen() {
  return (
    <SettingsPage title="Carte Vitale" topic="carte-vitale" lead="Le lecteur de cartes de ce poste.">
      <div class="record-layout">
        <ReaderTest />
        <SimulatedReader />
      </div>
    </SettingsPage>
  )
}

function ReaderTest() {
  const { state, update } = usePractice()
  const { percent, start } = useProgress(readingMs)
  const [outcome, setOutcome] = useState<'read' | 'VIT-01' | null>(null)
  const test = () => {
    const problem = readingProblem(state.reader)
    setOutcome(problem)
    if (problem) return
    start(() => {
      update((current) => changeReader(current, { lastReadAt: new Date().toISOString() }))
      setOutcome('read')
      announce('carte-lue')
    })
  }
  return (
    <Panel title="Lecteur de cartes">
      <p
        class={`printer-state ${state.reader.connected ? 'printer-ready' : ''}`}
        role="status"
        data-status={state.reader.connected ? 'ready' : 'offline'}
        data-fanal-id="etat-lecteur"
      >
        <span class={`lamp ${state.reader.connected ? 'lamp-on' : ''}`} aria-hidden="true" />
        {state.reader.connected ? 'Lecteur connecté' : 'Lecteur débranché'}
      </p>
      <div class="form">
        <SelectField
          label="Port du lecteur"
          name="port"
          hint={
            state.reader.lastReadAt
              ? `Dernière lecture : ${formatInstant(state.reader.lastReadAt)}`
              : 'Aucune lecture pour le moment'
          }
          value={state.reader.port}
          onValue={(port) => update((current) => changeReader(current, { port }))}
        >
          <option value="usb-1">USB 1 – lecteur bi-fente</option>
          <option value="usb-2">USB 2</option>
          <option value="reseau">Lecteur en réseau</option>
        </SelectField>
        {outcome === 'VIT-01' ? (
          <ErrorAlert code="VIT-01" title="Carte Vitale illisible">
            <p>
              {state.reader.connected
                ? 'Aucune carte dans le lecteur. Insérez la carte, puce vers vous et vers le bas.'
                : 'Le lecteur ne répond pas. Rebranchez son câble USB.'}
            </p>
          </ErrorAlert>
        ) : null}
        {percent !== null ? <ProgressBar label="Lecture de la carte…" percent={percent} /> : null}
        {outcome === 'read' && percent === null ? <CardRead /> : null}
        <div class="form-actions">
          <button
            type="button"
            class="button-primary"
            disabled={percent !== null}
            data-action="tester-lecture"
            onClick={test}
          >
            <Icon name="carte" />
            Tester la lecture
          </button>
        </div>
      </div>
    </Panel>
  )
}

function CardRead() {
  const { state } = usePractice()
  const patient = state.patients[0]
  if (!patient) return null
  return (
    <div class="vitale" role="status" data-fanal-private>
      <p class="vitale-brand">Carte lue</p>
      <p class="vitale-name">{patientName(patient)}</p>
      <p class="figures">{patient.nir}</p>
      <p>
        Né{patient.title === 'M.' ? '' : 'e'} le {formatDay(patient.birthDay)} – droits ouverts
      </p>
    </div>
  )
}

function SimulatedReader() {
  const { state, update } = usePractice()
  const { connected, patientCard, doctorCard } = state.reader
  return (
    <Panel title="L’appareil (simulé)">
      <SwitchField
        label="Lecteur branché"
        name="lecteur"
        checked={connected}
        onChecked={(on) => update((current) => changeReader(current, { connected: on }))}
      />
      <SwitchField
        label="Carte Vitale du patient insérée"
        name="carte-vitale"
        checked={patientCard}
        onChecked={(on) => update((current) => changeReader(current, { patientCard: on }))}
      />
      <SwitchField
        label="Carte CPS du praticien insérée"
        name="carte-cps"
        checked={doctorCard}
        onChecked={(on) => update((current) => changeReader(current, { doctorCard: on }))}
      />
    </Panel>
  )
}
