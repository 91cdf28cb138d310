/** The practice as printed on prescriptions, and who works there. */
import { useState } from 'preact/hooks'
import type { PracticeProfile } from '../../domain/types.ts'
import { saveProfile } from '../../domain/upkeep.ts'
import { Done } from '../../parts/feedback.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { SettingsPage } from './SettingsPage.tsx'

export function PracticeScreen() {
  const { state, update } = usePractice()
  const [form, setForm] = useState<PracticeProfile>(state.profile)
  const [saved, setSaved] = useState(false)
  const set = (change: Partial<PracticeProfile>) => {
    setForm({ ...form, ...change })
    setSaved(false)
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    update((current) => saveProfile(current, form))
    setSaved(true)
  }
  return (
    <SettingsPage title="Cabinet" topic="cabinet" lead="Ces coordonnées figurent en tête de vos ordonnances.">
      <div class="record-layout">
        <Panel title="Coordonnées">
          <form class="form" onSubmit={save}>
            <TextField label="Nom du cabinet" required value={form.name} onValue={(name) => set({ name })} />
            <div class="form-row">
              <TextField label="Adresse" required value={form.address} onValue={(address) => set({ address })} />
              <TextField label="Code postal et ville" required value={form.city} onValue={(city) => set({ city })} />
            </div>
            <div class="form-row">
              <TextField
                label="Téléphone"
                type="tel"
                required
                name="telephone"
                value={form.phone}
                onValue={(phone) => set({ phone })}
              />
              <TextField label="E-mail" type="email" value={form.email} onValue={(email) => set({ email })} />
            </div>
            <TextField
              label="Numéro FINESS"
              name="finess"
              value={form.siteNumber}
              onValue={(siteNumber) => set({ siteNumber })}
            />
            <TextField
              label="Horaires"
              name="horaires"
              value={form.openingHours}
              onValue={(openingHours) => set({ openingHours })}
            />
            <Done>{saved ? 'Modifications enregistrées.' : null}</Done>
            <div class="form-actions">
              <button type="submit" class="button-primary" data-action="enregistrer-coordonnees">
                Enregistrer les coordonnées
              </button>
            </div>
          </form>
        </Panel>
        <Doctors />
      </div>
    </SettingsPage>
  )
}

function Doctors() {
  const { doctor } = usePractice()
  return (
    <Panel title="Praticiens">
      <ul class="people">
        {doctor.practice.doctors.map(({ id, name, specialty, rpps }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>{specialty}</span>
            <span class="quiet figures">RPPS {rpps}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
