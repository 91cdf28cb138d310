/** Appointments of a practice. Pure. */
import { minutesOf } from './calendar.ts'
import type { Appointment, PracticeState, VisitKind, VisitStatus } from './types.ts'

export const visitKindWords: Record<VisitKind, string> = {
  consultation: 'Consultation',
  teleconsultation: 'Téléconsultation',
  visite: 'Visite à domicile',
  urgence: 'Urgence',
}

export function appointmentsOf(state: PracticeState, day: string, doctorId: string): Appointment[] {
  return state.appointments
    .filter((appointment) => appointment.day === day && appointment.doctorId === doctorId)
    .sort((a, b) => a.start.localeCompare(b.start))
}

/** The appointment that a new one would overlap; undefined when the time is free. */
export function findOverlap(
  state: PracticeState,
  wanted: Pick<Appointment, 'day' | 'doctorId' | 'start' | 'minutes'>,
): Appointment | undefined {
  const from = minutesOf(wanted.start)
  return appointmentsOf(state, wanted.day, wanted.doctorId).find((other) => {
    const otherFrom = minutesOf(other.start)
    return from < otherFrom + other.minutes && otherFrom < from + wanted.minutes
  })
}

export function addAppointment(state: PracticeState, appointment: Omit<Appointment, 'id' | 'status'>): PracticeState {
  const number = state.appointments.reduce((highest, { id }) => Math.max(highest, Number(id.slice(3))), 0) + 1
  return { ...state, appointments: [...state.appointments, { ...appointment, id: `rdv${number}`, status: 'prevu' }] }
}

export function setVisitStatus(state: PracticeState, id: string, status: VisitStatus): PracticeState {
  return {
    ...state,
    appointments: state.appointments.map((appointment) =>
      appointment.id === id ? { ...appointment, status } : appointment,
    ),
  }
}

export function cancelAppointment(state: PracticeState, id: string): PracticeState {
  return { ...state, appointments: state.appointments.filter((appointment) => appointment.id !== id) }
}
