/** Opens a new patient file and goes to it. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { dayOf } from '../../domain/calendar.ts'
import { addPatient, type NewPatient } from '../../domain/records.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { SelectField, TextField } from '../../parts/fields.tsx'
import { usePractice } from '../../state/practice-context.tsx'

export function NewPatientDialog({ onClose }: { onClose(): void }) {
  const { state, update } = usePractice()
  const { route } = useLocation()
  const [form, setForm] = useState<NewPatient>({
    title: 'Mme',
    lastName: '',
    firstName: '',
    birthDay: '',
    phone: '',
    city: '',
  })
  const [birthProblem, setBirthProblem] = useState<string | null>(null)
  const set = (change: Partial<NewPatient>) => setForm({ ...form, ...change })
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (form.birthDay > dayOf(new Date())) {
      setBirthProblem('Cette date est dans le futur.')
      return
    }
    const next = addPatient(state, form)
    update(() => next)
    onClose()
    route(`/patients/${next.patients.at(-1)?.id}`)
  }
  return (
    <Dialog title="Nouveau patient" onClose={onClose}>
      <form class="form" onSubmit={save} data-fanal-private>
        <SelectField
          label="Civilité"
          value={form.title}
          onValue={(title) => set({ title: title === 'M.' ? 'M.' : 'Mme' })}
        >
          <option value="Mme">Mme</option>
          <option value="M.">M.</option>
        </SelectField>
        <div class="form-row">
          <TextField label="Nom" required value={form.lastName} onValue={(lastName) => set({ lastName })} />
          <TextField label="Prénom" required value={form.firstName} onValue={(firstName) => set({ firstName })} />
        </div>
        <TextField
          label="Date de naissance"
          type="date"
          required
          error={birthProblem}
          value={form.birthDay}
          onValue={(birthDay) => set({ birthDay })}
        />
        <div class="form-row">
          <TextField label="Téléphone" type="tel" value={form.phone} onValue={(phone) => set({ phone })} />
          <TextField label="Ville" value={form.city} onValue={(city) => set({ city })} />
        </div>
        <div class="form-actions">
          <button type="button" class="button" onClick={onClose}>
            Annuler
          </button>
          <button type="submit" class="button-primary">
            Créer le dossier
          </button>
        </div>
      </form>
    </Dialog>
  )
}
