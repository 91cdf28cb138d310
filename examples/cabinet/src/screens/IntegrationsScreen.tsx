/** Partners of the practice: health messaging, laboratories, shared medical record. */
import { useState } from 'preact/hooks'
import { formatInstant } from '../domain/calendar.ts'
import type { Integration } from '../domain/types.ts'
import { changeIntegration } from '../domain/upkeep.ts'
import { Badge, Done, ProgressBar } from '../parts/feedback.tsx'
import { TextField } from '../parts/fields.tsx'
import { Page, Panel } from '../parts/Page.tsx'
import { useProgress } from '../parts/use-progress.ts'
import { usePractice } from '../state/practice-context.tsx'

const testMs = 1400

interface Partner {
  name: string
  purpose: string
  label: string
  hint: string
  pattern: RegExp
  problem: string
}

const partners: Record<Integration['id'], Partner> = {
  mssante: {
    name: 'MSSanté',
    purpose: 'Messagerie de santé : courriers entre professionnels.',
    label: 'Adresse MSSanté',
    hint: 'Par exemple prenom.nom@mssante.example',
    pattern: /^\S+@\S*mssante\S*\.\S+$/i,
    problem: 'Cette adresse n’est pas une adresse MSSanté.',
  },
  laboratoire: {
    name: 'Laboratoires',
    purpose: 'Résultats d’analyses classés dans les dossiers.',
    label: 'Identifiant donné par le laboratoire',
    hint: 'Par exemple LABO-35-0042',
    pattern: /^LABO-\d{2}-\d{4}$/i,
    problem: 'L’identifiant a la forme LABO-35-0042.',
  },
  dmp: {
    name: 'DMP',
    purpose: 'Dossier médical partagé et Mon espace santé.',
    label: 'Numéro de certificat',
    hint: 'Dix chiffres, inscrits sur votre attestation.',
    pattern: /^\d{10}$/,
    problem: 'Le numéro compte dix chiffres.',
  },
}

export function IntegrationsScreen() {
  const { state } = usePractice()
  return (
    <Page title="Intégrations" topic="integrations" lead={<p>Les services reliés à votre cabinet.</p>}>
      <div class="cards">
        {state.integrations.map((integration) => (
          <PartnerCard key={integration.id} integration={integration} />
        ))}
      </div>
    </Page>
  )
}

function PartnerCard({ integration }: { integration: Integration }) {
  const { update } = usePractice()
  const { percent, start } = useProgress(testMs)
  const [address, setAddress] = useState(integration.address)
  const [problem, setProblem] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const partner = partners[integration.id]
  const change = (fields: Partial<Integration>) =>
    update((current) => changeIntegration(current, integration.id, fields))
  const connect = (event: SubmitEvent) => {
    event.preventDefault()
    setMessage(null)
    const fits = partner.pattern.test(address.trim())
    setProblem(fits ? null : partner.problem)
    if (!fits) return
    start(() => {
      change({ connected: true, address: address.trim(), lastExchangeAt: new Date().toISOString() })
      setMessage(integration.connected ? 'La connexion fonctionne.' : `${partner.name} est connecté.`)
    })
  }
  const disconnect = () => {
    change({ connected: false })
    setMessage('Connexion coupée.')
  }
  return (
    <Panel
      title={partner.name}
      actions={
        <Badge tone={integration.connected ? 'good' : 'neutral'}>
          {integration.connected ? 'Connecté' : 'Non connecté'}
        </Badge>
      }
    >
      <p>{partner.purpose}</p>
      <p class="quiet">
        Dernier échange : {integration.lastExchangeAt ? formatInstant(integration.lastExchangeAt) : 'aucun'}
      </p>
      <form class="form" onSubmit={connect} data-partner={integration.id}>
        <TextField
          label={partner.label}
          required
          hint={partner.hint}
          error={problem}
          value={address}
          onValue={setAddress}
        />
        {percent !== null ? <ProgressBar label="Test de la connexion…" percent={percent} /> : null}
        <Done>{message}</Done>
        <div class="form-actions">
          {integration.connected ? (
            <button type="button" class="button-quiet" aria-label={`Déconnecter ${partner.name}`} onClick={disconnect}>
              Déconnecter
            </button>
          ) : null}
          <button
            type="submit"
            class="button"
            disabled={percent !== null}
            aria-label={`${integration.connected ? 'Tester la connexion' : 'Connecter'} ${partner.name}`}
          >
            {integration.connected ? 'Tester la connexion' : 'Connecter'}
          </button>
        </div>
      </form>
    </Panel>
  )
}
