/** Backups, password, automatic lock, and who opened what. */
import { useState } from 'preact/hooks'
import { formatInstant } from '../../domain/calendar.ts'
import { changeSafety, installProblem, logAccess } from '../../domain/upkeep.ts'
import { Badge, Done, ProgressBar } from '../../parts/feedback.tsx'
import { SelectField } from '../../parts/fields.tsx'
import { Page, Panel } from '../../parts/Page.tsx'
import { useProgress } from '../../parts/use-progress.ts'
import { usePractice } from '../../state/practice-context.tsx'
import { PasswordForm } from './PasswordForm.tsx'

const backupMs = 2200

export function SafetyScreen() {
  return (
    <Page title="Sécurité" topic="securite" lead={<p>Sauvegardes, mot de passe et accès aux dossiers.</p>}>
      <div class="record-layout">
        <div class="stack">
          <Backup />
          <AccessLog />
        </div>
        <div class="stack">
          <PasswordForm />
          <AutomaticLock />
        </div>
      </div>
    </Page>
  )
}

function Backup() {
  const { doctor, state, update } = usePractice()
  const { percent, start } = useProgress(backupMs)
  const [message, setMessage] = useState<string | null>(null)
  const { safety } = state
  const old = installProblem(safety, new Date()) !== null
  const run = () => {
    setMessage(null)
    start(() => {
      const at = new Date().toISOString()
      update((current) =>
        logAccess(changeSafety(current, { lastBackupAt: at }), { at, who: doctor.name, what: 'Sauvegarde manuelle' }),
      )
      setMessage('Sauvegarde terminée et vérifiée.')
    })
  }
  return (
    <Panel title="Sauvegarde">
      <p class="badges">
        <span>
          Dernière sauvegarde : <span class="figures">{formatInstant(safety.lastBackupAt)}</span>
        </span>
        <Badge tone={old ? 'bad' : 'good'}>{old ? 'Plus de 24 h' : 'Récente'}</Badge>
      </p>
      <div class="form">
        <div class="form-row">
          <SelectField
            label="Sauvegarde automatique"
            name="heure-sauvegarde"
            value={safety.backupHour}
            onValue={(backupHour) => update((current) => changeSafety(current, { backupHour }))}
          >
            <option value="12:30">Chaque jour à 12 h 30</option>
            <option value="20:00">Chaque jour à 20 h</option>
            <option value="23:30">Chaque jour à 23 h 30</option>
          </SelectField>
          <SelectField
            label="Destination"
            name="destination"
            value={safety.destination}
            onValue={(destination) => update((current) => changeSafety(current, { destination }))}
          >
            <option value="disque-externe">Disque externe</option>
            <option value="coffre">Coffre en ligne MediCab</option>
          </SelectField>
        </div>
        {percent !== null ? <ProgressBar label="Sauvegarde en cours…" percent={percent} /> : null}
        <Done>{message}</Done>
        <div class="form-actions">
          <button
            type="button"
            class="button-primary"
            disabled={percent !== null}
            data-action="sauvegarder"
            onClick={run}
          >
            Sauvegarder maintenant
          </button>
        </div>
      </div>
    </Panel>
  )
}

function AutomaticLock() {
  const { state, update } = usePractice()
  return (
    <Panel title="Verrouillage automatique">
      <SelectField
        label="Verrouiller la session après"
        value={String(state.safety.lockMinutes)}
        onValue={(minutes) => update((current) => changeSafety(current, { lockMinutes: Number(minutes) }))}
      >
        <option value="5">5 minutes</option>
        <option value="10">10 minutes</option>
        <option value="20">20 minutes</option>
      </SelectField>
    </Panel>
  )
}

function AccessLog() {
  const { state } = usePractice()
  return (
    <Panel title="Journal des accès">
      <ul class="rows" data-fanal-private>
        {state.accessLog.map(({ id, at, who, what }) => (
          <li key={id}>
            <span class="figures">{formatInstant(at)}</span>
            <span>{who}</span>
            <span class="quiet">{what}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
