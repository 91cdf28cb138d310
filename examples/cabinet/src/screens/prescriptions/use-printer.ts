/** Sends one page to the simulated printer and says what became of it. */
import { useState } from 'preact/hooks'
import { type PrintOutcome, sendPage } from '../../domain/printing.ts'
import { useProgress } from '../../parts/use-progress.ts'
import { usePractice } from '../../state/practice-context.tsx'

/** how long a page takes to come out */
const pageMs = 1200

export function usePrinter() {
  const { state } = usePractice()
  const { percent, start } = useProgress(pageMs)
  const [outcome, setOutcome] = useState<PrintOutcome | null>(null)
  const print = (onPrinted: () => void) => {
    setOutcome(null)
    const sent = sendPage(state.printing)
    if (!sent.printed) {
      setOutcome(sent)
      return
    }
    start(() => {
      setOutcome(sent)
      onPrinted()
    })
  }
  return {
    print,
    busy: percent !== null,
    code: outcome && !outcome.printed ? outcome.code : null,
    message: outcome?.printed ? `Imprimé sur ${outcome.printer}, ${outcome.drawer}.` : null,
  }
}
