/** One appointment: who, when, and what to do with it. */
import { cancelAppointment, setVisitStatus, visitKindWords } from '../../domain/agenda.ts'
import { formatLongDay } from '../../domain/calendar.ts'
import { findPatient, patientName } from '../../domain/records.ts'
import type { Appointment, VisitStatus } from '../../domain/types.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { usePractice } from '../../state/practice-context.tsx'

const statusWords: Record<VisitStatus, string> = { prevu: 'Prévu', arrive: 'En salle d’attente', termine: 'Terminé' }

export function AppointmentDialog({ appointment, onClose }: { appointment: Appointment; onClose(): void }) {
  const { state, update } = usePractice()
  const patient = findPatient(state, appointment.patientId)
  const setStatus = (status: VisitStatus) => {
    update((current) => setVisitStatus(current, appointment.id, status))
    onClose()
  }
  const cancel = () => {
    update((current) => cancelAppointment(current, appointment.id))
    onClose()
  }
  return (
    <Dialog title="Rendez-vous" onClose={onClose}>
      <dl class="facts" data-fanal-private>
        <dt>Patient</dt>
        <dd>{patient ? <a href={`/patients/${patient.id}`}>{patientName(patient)}</a> : 'Dossier supprimé'}</dd>
        <dt>Téléphone</dt>
        <dd class="figures">{patient?.phone ?? '—'}</dd>
        <dt>Quand</dt>
        <dd>
          {formatLongDay(appointment.day)}, {appointment.start} ({appointment.minutes} min)
        </dd>
        <dt>Motif</dt>
        <dd>
          {appointment.reason} – {visitKindWords[appointment.kind]}
        </dd>
        <dt>État</dt>
        <dd>{statusWords[appointment.status]}</dd>
      </dl>
      <div class="form-actions">
        <button type="button" class="button-danger" onClick={cancel}>
          Annuler le rendez-vous
        </button>
        {appointment.status === 'prevu' ? (
          <button type="button" class="button" onClick={() => setStatus('arrive')}>
            Patient arrivé
          </button>
        ) : null}
        {appointment.status === 'termine' ? null : (
          <button type="button" class="button-primary" onClick={() => setStatus('termine')}>
            Consultation terminée
          </button>
        )}
      </div>
    </Dialog>
  )
}
