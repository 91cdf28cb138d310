/** IMP-02: the page could not leave. */
import { printerStatus, printerStatusWords } from '../../domain/printing.ts'
import { ErrorAlert } from '../../parts/feedback.tsx'
import { usePractice } from '../../state/practice-context.tsx'

export function PrinterOffline({ code }: { code: string }) {
  const { state } = usePractice()
  const status = printerStatus(state.printing)
  return (
    <ErrorAlert code={code} title="Imprimante hors ligne">
      <p>
        {status === 'missing' ? `${printerStatusWords.missing}. ` : 'L’imprimante est éteinte ou débranchée. '}
        Votre ordonnance est conservée. <a href="/parametres/imprimantes">Régler l’imprimante</a>
      </p>
    </ErrorAlert>
  )
}
