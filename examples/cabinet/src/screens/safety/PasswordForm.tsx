/** Changing one's own password; what is typed is checked and never kept. */
import { useState } from 'preact/hooks'
import { dayOf, formatDay } from '../../domain/calendar.ts'
import { changeSafety, passwordProblem } from '../../domain/upkeep.ts'
import { Done } from '../../parts/feedback.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'

const emptyForm = { current: '', wanted: '', repeated: '' }

export function PasswordForm() {
  const { state, update } = usePractice()
  const [form, setForm] = useState(emptyForm)
  const [problem, setProblem] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const found = passwordProblem(form.wanted, form.repeated)
    setProblem(found)
    setSaved(found === null)
    if (found) return
    update((current) => changeSafety(current, { passwordChangedAt: dayOf(new Date()) }))
    setForm(emptyForm)
  }
  return (
    <Panel title="Mot de passe">
      <form class="form" onSubmit={save} data-fanal-private>
        <p class="quiet">Dernier changement : {formatDay(state.safety.passwordChangedAt)}</p>
        <TextField
          label="Mot de passe actuel"
          type="password"
          autocomplete="current-password"
          required
          value={form.current}
          onValue={(current) => setForm({ ...form, current })}
        />
        <TextField
          label="Nouveau mot de passe"
          type="password"
          autocomplete="new-password"
          required
          hint="Au moins 12 caractères, lettres et chiffres."
          error={problem}
          value={form.wanted}
          onValue={(wanted) => setForm({ ...form, wanted })}
        />
        <TextField
          label="Répéter le nouveau mot de passe"
          type="password"
          autocomplete="new-password"
          required
          value={form.repeated}
          onValue={(repeated) => setForm({ ...form, repeated })}
        />
        <Done>{saved ? 'Mot de passe changé.' : null}</Done>
        <div class="form-actions">
          <button type="submit" class="button">
            Changer le mot de passe
          </button>
        </div>
      </form>
    </Panel>
  )
}
