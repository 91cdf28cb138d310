/** One working day as a time line in quarters of an hour; free quarters can be booked by a click. */
import { visitKindWords } from '../../domain/agenda.ts'
import { minutesOf, timeOf } from '../../domain/calendar.ts'
import { findPatient, patientName } from '../../domain/records.ts'
import type { Appointment } from '../../domain/types.ts'
import { usePractice } from '../../state/practice-context.tsx'

const dayStart = 8 * 60
const dayEnd = 19 * 60
const slotMinutes = 15
const slotCount = (dayEnd - dayStart) / slotMinutes
const rowOf = (minutes: number) => Math.floor((minutes - dayStart) / slotMinutes) + 1

interface DayTimelineProps {
  /** of one doctor and one day, in order */
  appointments: Appointment[]
  /** minutes since midnight; null when the day shown is not today */
  nowMinutes: number | null
  onOpen(id: string): void
  onFree(start: string): void
}

export function DayTimeline({ appointments, nowMinutes, onOpen, onFree }: DayTimelineProps) {
  const isTaken = (slot: number) =>
    appointments.some(({ start, minutes }) => {
      const from = dayStart + slot * slotMinutes
      return from < minutesOf(start) + minutes && minutesOf(start) < from + slotMinutes
    })
  const showsNow = nowMinutes !== null && nowMinutes >= dayStart && nowMinutes < dayEnd
  return (
    <section class="timeline" aria-label="Rendez-vous de la journée">
      {Array.from({ length: slotCount / 4 }, (_, hour) => (
        <span key={`hour-${hour}`} class="timeline-hour figures" style={{ gridRow: `${hour * 4 + 1} / span 4` }}>
          {timeOf(dayStart + hour * 60)}
        </span>
      ))}
      {Array.from({ length: slotCount }, (_, slot) =>
        isTaken(slot) ? null : (
          <button
            key={`free-${slot}`}
            type="button"
            class="timeline-free"
            tabIndex={-1}
            aria-hidden="true"
            style={{ gridRow: slot + 1 }}
            onClick={() => onFree(timeOf(dayStart + slot * slotMinutes))}
          />
        ),
      )}
      {appointments.map((appointment) => (
        <VisitCard key={appointment.id} appointment={appointment} onOpen={onOpen} />
      ))}
      {showsNow ? (
        <span
          class="timeline-now"
          style={{
            gridRow: rowOf(nowMinutes),
            top: `${((nowMinutes % slotMinutes) / slotMinutes) * 100}%`,
          }}
        />
      ) : null}
    </section>
  )
}

function VisitCard({ appointment, onOpen }: { appointment: Appointment; onOpen(id: string): void }) {
  const { state } = usePractice()
  const { id, start, minutes, kind, status, reason } = appointment
  const patient = findPatient(state, appointment.patientId)
  const name = patient ? patientName(patient) : 'Patient supprimé'
  const from = minutesOf(start)
  return (
    <button
      type="button"
      class={`visit visit-${kind} visit-${status}`}
      style={{ gridRow: `${rowOf(from)} / span ${Math.ceil(minutes / slotMinutes)}` }}
      data-fanal-private
      onClick={() => onOpen(id)}
    >
      <span class="visit-time figures">{start}</span>
      <span class="visit-name">{name}</span>
      <span class="visit-reason">{reason}</span>
      <span class="visit-kind">{kind === 'consultation' ? '' : visitKindWords[kind]}</span>
    </button>
  )
}
