/** Hands the signed-in doctor and the practice's data to every screen. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { findDoctor, type SignedInDoctor } from '../data/practices.ts'
import type { PracticeState } from '../domain/types.ts'
import { findTabStorage, openPracticeStore } from './store.ts'

interface PracticeSession {
  doctor: SignedInDoctor
  state: PracticeState
  update(change: (state: PracticeState) => PracticeState): void
}

const SessionContext = createContext<PracticeSession | null>(null)

export function PracticeProvider({ doctorId, children }: { doctorId: string; children: ComponentChildren }) {
  const doctor = findDoctor(doctorId)
  if (!doctor) throw new RangeError(`There is no doctor "${doctorId}".`)
  const practiceId = doctor.practice.id
  const store = useMemo(() => openPracticeStore(practiceId, findTabStorage(), new Date()), [practiceId])
  const [, redraw] = useState(0)
  useEffect(() => store.subscribe(() => redraw((count) => count + 1)), [store])
  return (
    <SessionContext.Provider value={{ doctor, state: store.read(), update: store.update }}>
      {children}
    </SessionContext.Provider>
  )
}

export function usePractice(): PracticeSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('usePractice needs a PracticeProvider above it.')
  return session
}
