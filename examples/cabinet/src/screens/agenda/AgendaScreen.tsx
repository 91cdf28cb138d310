/** The day of one doctor: time line, waiting room, what remains to be done. */
import { useEffect, useState } from 'preact/hooks'
import { appointmentsOf } from '../../domain/agenda.ts'
import { rejectedSheets, sheetsToSend } from '../../domain/billing.ts'
import { addDays, dayOf, formatLongDay, minutesOf } from '../../domain/calendar.ts'
import { findPatient, patientName } from '../../domain/records.ts'
import { SelectField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Page, Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { AppointmentDialog } from './AppointmentDialog.tsx'
import { DayTimeline } from './DayTimeline.tsx'
import { NewAppointmentDialog } from './NewAppointmentDialog.tsx'

export function AgendaScreen() {
  const { doctor, state } = usePractice()
  const now = useMinuteClock()
  const today = dayOf(now)
  const [day, setDay] = useState(today)
  const [doctorId, setDoctorId] = useState(doctor.id)
  const [newAt, setNewAt] = useState<string | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const appointments = appointmentsOf(state, day, doctorId)
  const open = appointments.find(({ id }) => id === openId)
  return (
    <Page
      title="Agenda"
      topic="agenda"
      lead={<p class="agenda-day">{formatLongDay(day)}</p>}
      actions={
        <button type="button" class="button-primary" onClick={() => setNewAt('09:00')}>
          <Icon name="plus" />
          Nouveau rendez-vous
        </button>
      }
    >
      <div class="agenda-bar">
        <div class="button-group">
          <button type="button" class="button" aria-label="Jour précédent" onClick={() => setDay(addDays(day, -1))}>
            <Icon name="gauche" />
          </button>
          <button type="button" class="button" disabled={day === today} onClick={() => setDay(today)}>
            Aujourd’hui
          </button>
          <button type="button" class="button" aria-label="Jour suivant" onClick={() => setDay(addDays(day, 1))}>
            <Icon name="droite" />
          </button>
        </div>
        <SelectField label="Agenda de" class="field-inline" value={doctorId} onValue={setDoctorId}>
          {doctor.practice.doctors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div class="agenda-layout">
        <DayTimeline
          appointments={appointments}
          nowMinutes={day === today ? minutesOf(`${now.getHours()}:${now.getMinutes()}`) : null}
          onOpen={setOpenId}
          onFree={setNewAt}
        />
        <div class="agenda-side">
          <WaitingRoom doctorId={doctorId} day={today} />
          <ToDo />
        </div>
      </div>
      {newAt !== null ? (
        <NewAppointmentDialog day={day} start={newAt} doctorId={doctorId} onClose={() => setNewAt(null)} />
      ) : null}
      {open ? <AppointmentDialog appointment={open} onClose={() => setOpenId(null)} /> : null}
    </Page>
  )
}

/** The current time, redrawn each minute. */
function useMinuteClock(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function WaitingRoom({ doctorId, day }: { doctorId: string; day: string }) {
  const { state } = usePractice()
  const waiting = appointmentsOf(state, day, doctorId).filter(({ status }) => status === 'arrive')
  return (
    <Panel title="Salle d’attente">
      {waiting.length === 0 ? <p class="quiet">Personne n’attend.</p> : null}
      <ul class="rows" data-fanal-private>
        {waiting.map((appointment) => {
          const patient = findPatient(state, appointment.patientId)
          return patient ? (
            <li key={appointment.id}>
              <span class="figures">{appointment.start}</span>
              <a href={`/patients/${patient.id}`}>{patientName(patient)}</a>
            </li>
          ) : null
        })}
      </ul>
    </Panel>
  )
}

function ToDo() {
  const { state } = usePractice()
  const waiting = sheetsToSend(state).length
  const rejected = rejectedSheets(state).length
  const unprinted = state.prescriptions.filter(({ printed }) => !printed).length
  const tasks = [
    {
      count: rejected,
      words: rejected > 1 ? 'feuilles rejetées à corriger' : 'feuille rejetée à corriger',
      href: '/facturation',
    },
    {
      count: waiting,
      words: waiting > 1 ? 'feuilles de soins à envoyer' : 'feuille de soins à envoyer',
      href: '/teletransmission',
    },
    {
      count: unprinted,
      words: unprinted > 1 ? 'ordonnances non imprimées' : 'ordonnance non imprimée',
      href: '/ordonnances',
    },
  ].filter(({ count }) => count > 0)
  return (
    <Panel title="À faire">
      {tasks.length === 0 ? <p class="quiet">Tout est à jour.</p> : null}
      <ul class="rows">
        {tasks.map(({ count, words, href }) => (
          <li key={href}>
            <span class="task-count figures">{count}</span>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
