/** Signs a stored prescription as ordonnance numérique with the doctor's card, and says what became of it. */
import { useState } from 'preact/hooks'
import { markSigned, signingProblem } from '../../domain/records.ts'
import { announce } from '../../help/announce.ts'
import { useProgress } from '../../parts/use-progress.ts'
import { usePractice } from '../../state/practice-context.tsx'

/** how long the national service takes to answer */
const signingMs = 1600

export function useSignature() {
  const { state, update } = usePractice()
  const { percent, start } = useProgress(signingMs)
  const [outcome, setOutcome] = useState<'signed' | 'ORD-04' | null>(null)
  const sign = (prescriptionId: string) => {
    const problem = signingProblem(state.reader)
    setOutcome(problem)
    if (problem) return
    start(() => {
      update((current) => markSigned(current, prescriptionId, new Date().toISOString()))
      setOutcome('signed')
      announce('ordonnance-signee')
    })
  }
  return {
    sign,
    busy: percent !== null,
    code: outcome === 'ORD-04' ? outcome : null,
    message: outcome === 'signed' ? 'Ordonnance numérique signée et transmise.' : null,
  }
}
