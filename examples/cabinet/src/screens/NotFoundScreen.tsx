/** An address that leads nowhere. */
import { Page } from '../parts/Page.tsx'

export function NotFoundScreen() {
  return (
    <Page title="Page introuvable" topic="navigation" lead="Cette adresse ne mène à aucun écran de MediCab.">
      <p>
        <a href="/">Revenir à l’agenda</a>
      </p>
    </Page>
  )
}
