/** Books an appointment; a time already taken is refused in words. */
import { useState } from 'preact/hooks'
import { addAppointment, findOverlap, visitKindWords } from '../../domain/agenda.ts'
import { findPatient, patientName, searchPatients } from '../../domain/records.ts'
import type { VisitKind } from '../../domain/types.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { SelectField, TextField } from '../../parts/fields.tsx'
import { usePractice } from '../../state/practice-context.tsx'

interface NewAppointmentDialogProps {
  day: string
  start: string
  doctorId: string
  onClose(): void
}

export function NewAppointmentDialog(props: NewAppointmentDialogProps) {
  const { state, update } = usePractice()
  const [form, setForm] = useState({
    patientId: '',
    day: props.day,
    start: props.start,
    minutes: '15',
    kind: 'consultation' as VisitKind,
    reason: '',
  })
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const wanted = { ...form, minutes: Number(form.minutes), doctorId: props.doctorId }
    const overlap = findOverlap(state, wanted)
    if (overlap) {
      const patient = findPatient(state, overlap.patientId)
      setProblem(`Ce créneau est déjà pris à ${overlap.start}${patient ? ` (${patientName(patient)})` : ''}.`)
      return
    }
    update((current) => addAppointment(current, { ...wanted, reason: form.reason || visitKindWords[form.kind] }))
    props.onClose()
  }
  return (
    <Dialog title="Nouveau rendez-vous" onClose={props.onClose}>
      <form class="form" onSubmit={save}>
        <SelectField
          label="Patient"
          required
          private
          value={form.patientId}
          onValue={(patientId) => set({ patientId })}
        >
          <option value="">Choisir un patient…</option>
          {searchPatients(state.patients, '').map((patient) => (
            <option key={patient.id} value={patient.id}>
              {patientName(patient)}
            </option>
          ))}
        </SelectField>
        <div class="form-row">
          <TextField label="Date" type="date" required value={form.day} onValue={(day) => set({ day })} />
          <TextField label="Heure" type="time" required value={form.start} onValue={(start) => set({ start })} />
          <SelectField label="Durée" value={form.minutes} onValue={(minutes) => set({ minutes })}>
            <option value="15">15 min</option>
            <option value="30">30 min</option>
            <option value="45">45 min</option>
          </SelectField>
        </div>
        <SelectField label="Type" value={form.kind} onValue={(kind) => set({ kind: kind as VisitKind })}>
          {Object.entries(visitKindWords).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField label="Motif" private value={form.reason} onValue={(reason) => set({ reason })} />
        {problem ? (
          <p class="field-error" role="alert">
            {problem}
          </p>
        ) : null}
        <div class="form-actions">
          <button type="button" class="button" onClick={props.onClose}>
            Annuler
          </button>
          <button type="submit" class="button-primary">
            Enregistrer le rendez-vous
          </button>
        </div>
      </form>
    </Dialog>
  )
}
