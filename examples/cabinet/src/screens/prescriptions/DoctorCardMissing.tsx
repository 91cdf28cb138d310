/** ORD-04: the prescription could not be signed. */
import { ErrorAlert } from '../../parts/feedback.tsx'

export function DoctorCardMissing({ code }: { code: string }) {
  return (
    <ErrorAlert code={code} title="Carte CPS absente">
      <p>
        Insérez votre carte CPS dans le lecteur, puis signez à nouveau. Votre ordonnance est conservée.{' '}
        <a href="/parametres/carte-vitale">Vérifier le lecteur</a>
      </p>
    </ErrorAlert>
  )
}
