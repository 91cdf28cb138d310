/** Updates of the software and its reference data; refused without a fresh backup (MAJ-03). */
import { useState } from 'preact/hooks'
import type { SoftwareModule } from '../../domain/types.ts'
import { installModule, installProblem, setAutoUpdate } from '../../domain/upkeep.ts'
import { Badge, Done, ErrorAlert, ProgressBar } from '../../parts/feedback.tsx'
import { SwitchField } from '../../parts/fields.tsx'
import { Panel } from '../../parts/Page.tsx'
import { useProgress } from '../../parts/use-progress.ts'
import { usePractice } from '../../state/practice-context.tsx'
import { SettingsPage } from './SettingsPage.tsx'

const installMs = 2500

export function UpdatesScreen() {
  return (
    <SettingsPage title="Mises à jour" topic="mises-a-jour" lead="MediCab 5.2.0">
      <div class="record-layout">
        <Modules />
        <News />
      </div>
    </SettingsPage>
  )
}

function Modules() {
  const { state, update } = usePractice()
  const { percent, start } = useProgress(installMs)
  const [running, setRunning] = useState<SoftwareModule | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const install = (module: SoftwareModule) => {
    const problem = installProblem(state.safety, new Date())
    setCode(problem)
    setMessage(null)
    if (problem) return
    setRunning(module)
    start(() => {
      update((current) => installModule(current, module.id))
      setMessage(`${module.name} ${module.available} est installé.`)
      setRunning(null)
    })
  }
  return (
    <Panel title="Composants">
      {code ? (
        <ErrorAlert code={code} title="Sauvegarde requise">
          <p>
            Votre dernière sauvegarde date de plus de 24 heures. <a href="/securite">Sauvegarder maintenant</a>
          </p>
        </ErrorAlert>
      ) : null}
      <ul class="rows rows-wide">
        {state.modules.map((module) => (
          <li key={module.id}>
            <span>
              <strong>{module.name}</strong> <span class="quiet figures">{module.installed}</span>
            </span>
            {module.available === null ? (
              <Badge tone="good">À jour</Badge>
            ) : (
              <button type="button" class="button-small" disabled={percent !== null} onClick={() => install(module)}>
                Installer {module.name} {module.available}
              </button>
            )}
          </li>
        ))}
      </ul>
      {percent !== null && running ? <ProgressBar label={`Installation : ${running.name}…`} percent={percent} /> : null}
      <Done>{message}</Done>
      <SwitchField
        label="Installer automatiquement la nuit"
        hint="À 2 h, si le poste est allumé et la sauvegarde récente."
        checked={state.autoUpdate}
        onChecked={(on) => update((current) => setAutoUpdate(current, on))}
      />
    </Panel>
  )
}

function News() {
  return (
    <Panel title="Nouveautés de la version 5.2">
      <ul class="bullets">
        <li>Ordonnances : aperçu du papier pendant la saisie.</li>
        <li>Facturation : correction d’un rejet B2-043 sans ressaisir la feuille.</li>
        <li>Import : les fichiers des autres logiciels sont reconnus colonne par colonne.</li>
      </ul>
    </Panel>
  )
}
