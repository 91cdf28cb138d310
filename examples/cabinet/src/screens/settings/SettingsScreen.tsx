/** Settings at a glance: what is ready and what still has to be set. */
import { printerStatus, printerStatusWords } from '../../domain/printing.ts'
import { installProblem } from '../../domain/upkeep.ts'
import { Badge, type Tone } from '../../parts/feedback.tsx'
import { Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { SettingsPage } from './SettingsPage.tsx'

export function SettingsScreen() {
  const { state } = usePractice()
  const status = printerStatus(state.printing)
  const pending = state.modules.filter(({ available }) => available !== null).length
  const rows: { what: string; words: string; tone: Tone }[] = [
    {
      what: 'Coordonnées du cabinet',
      words: state.profile.name ? 'Renseignées' : 'À compléter',
      tone: state.profile.name ? 'good' : 'warn',
    },
    { what: 'Imprimante d’ordonnances', words: printerStatusWords[status], tone: status === 'ready' ? 'good' : 'warn' },
    {
      what: 'Lecteur de cartes',
      words: state.reader.connected ? 'Connecté' : 'Débranché',
      tone: state.reader.connected ? 'good' : 'bad',
    },
    {
      what: 'Logiciel',
      words: pending === 0 ? 'À jour' : `${pending} à installer`,
      tone: pending === 0 ? 'good' : 'warn',
    },
    {
      what: 'Sauvegarde',
      words: installProblem(state.safety, new Date()) ? 'De plus de 24 h' : 'De moins de 24 h',
      tone: installProblem(state.safety, new Date()) ? 'warn' : 'good',
    },
  ]
  return (
    <SettingsPage title="Paramètres" topic="installation" lead="Choisissez ci-dessus ce que vous voulez régler.">
      <Panel title="État de ce poste">
        <ul class="rows rows-wide">
          {rows.map(({ what, words, tone }) => (
            <li key={what}>
              <span>{what}</span>
              <Badge tone={tone}>{words}</Badge>
            </li>
          ))}
        </ul>
      </Panel>
    </SettingsPage>
  )
}
