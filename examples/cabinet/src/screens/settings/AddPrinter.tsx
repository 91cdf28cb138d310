/** Adds a printer that the computer did not find by itself. */
import { useState } from 'preact/hooks'
import { addPrinter } from '../../domain/printing.ts'
import { SelectField, TextField } from '../../parts/fields.tsx'
import { Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'

export function AddPrinter() {
  const { state, update } = usePractice()
  const [name, setName] = useState('')
  const [connection, setConnection] = useState<'reseau' | 'usb'>('usb')
  const known = state.printing.printers.some((printer) => printer.name.toLowerCase() === name.trim().toLowerCase())
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (known || name.trim() === '') return
    const id = `ajoutee-${state.printing.printers.length + 1}`
    update((current) => addPrinter(current, { id, name: name.trim(), connection }))
    setName('')
  }
  return (
    <Panel title="Ajouter une imprimante">
      <form class="form" onSubmit={save}>
        <TextField
          label="Nom de l’imprimante"
          required
          value={name}
          error={known ? 'Cette imprimante est déjà dans la liste.' : null}
          onValue={setName}
        />
        <SelectField
          label="Branchement"
          value={connection}
          onValue={(value) => setConnection(value === 'reseau' ? 'reseau' : 'usb')}
        >
          <option value="usb">Câble USB</option>
          <option value="reseau">Réseau du cabinet</option>
        </SelectField>
        <div class="form-actions">
          <button type="submit" class="button" disabled={known}>
            Ajouter l’imprimante
          </button>
        </div>
      </form>
    </Panel>
  )
}
