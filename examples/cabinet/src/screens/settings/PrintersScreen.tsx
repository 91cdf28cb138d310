/** The prescription printer: choose it, choose its drawer, print a test page. */
import { useState } from 'preact/hooks'
import {
  chooseDrawer,
  choosePrinter,
  drawers,
  markTested,
  type PrinterStatus,
  printerStatus,
  printerStatusWords,
  switchPrinter,
} from '../../domain/printing.ts'
import { Done } from '../../parts/feedback.tsx'
import { SelectField, SwitchField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Page.tsx'
import { usePractice } from '../../state/practice-context.tsx'
import { PrinterOffline } from '../prescriptions/PrinterOffline.tsx'
import { usePrinter } from '../prescriptions/use-printer.ts'
import { AddPrinter } from './AddPrinter.tsx'
import { SettingsPage } from './SettingsPage.tsx'

export function PrintersScreen() {
  return (
    <SettingsPage title="Imprimantes" topic="impression" lead="L’imprimante qui sort vos ordonnances sur ce poste.">
      <div class="record-layout">
        <PrinterChoice />
        <div class="stack">
          <SimulatedPrinter />
          <AddPrinter />
        </div>
      </div>
    </SettingsPage>
  )
}

function PrinterChoice() {
  const { state, update } = usePractice()
  const printer = usePrinter()
  const [asked, setAsked] = useState(false)
  const { printing } = state
  const status = printerStatus(printing)
  const test = () => {
    setAsked(true)
    if (printing.selectedId !== null && printing.drawerId === null) return
    printer.print(() => update(markTested))
  }
  return (
    <Panel title="Imprimante d’ordonnances">
      <PrinterState status={status} />
      <div class="form">
        <SelectField
          label="Imprimante"
          name="imprimante"
          value={printing.selectedId ?? ''}
          onValue={(id) => update((current) => choosePrinter(current, id || null))}
        >
          <option value="">Choisir une imprimante…</option>
          {printing.printers.map(({ id, name, connection }) => (
            <option key={id} value={id}>
              {name} – {connection === 'usb' ? 'USB' : 'réseau'}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Bac à papier"
          name="bac"
          value={printing.drawerId ?? ''}
          error={
            asked && printing.selectedId !== null && printing.drawerId === null
              ? 'Choisissez un bac avant le test.'
              : null
          }
          onValue={(id) => update((current) => chooseDrawer(current, id || null))}
        >
          <option value="">Choisir un bac…</option>
          {drawers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {printer.code ? <PrinterOffline code={printer.code} /> : null}
        <Done>{printer.message}</Done>
        <div class="form-actions">
          <button
            type="button"
            class="button-primary"
            disabled={printer.busy}
            data-action="page-de-test"
            onClick={test}
          >
            <Icon name="imprimante" />
            {printer.busy ? 'Impression…' : 'Imprimer une page de test'}
          </button>
        </div>
      </div>
    </Panel>
  )
}

/** `data-status` is what the guide waits for. */
function PrinterState({ status }: { status: PrinterStatus }) {
  const lit = status !== 'missing' && status !== 'offline'
  return (
    <p class={`printer-state ${status === 'ready' ? 'printer-ready' : ''}`} role="status" data-status={status}>
      <span class={`lamp ${lit ? 'lamp-on' : ''}`} aria-hidden="true" />
      {printerStatusWords[status]}
    </p>
  )
}

/** Stands for the device on the desk: this example has no real one. */
function SimulatedPrinter() {
  const { state, update } = usePractice()
  const { poweredOn } = state.printing
  return (
    <Panel title="L’appareil (simulé)">
      <div class="device">
        <svg viewBox="0 0 160 96" aria-hidden="true">
          <rect class="device-paper" x="46" y="6" width="68" height="34" />
          <rect class="device-body" x="18" y="32" width="124" height="44" rx="8" />
          <rect class="device-slot" x="40" y="58" width="80" height="6" rx="3" />
          <circle class={`device-lamp ${poweredOn ? 'device-lamp-on' : ''}`} cx="128" cy="44" r="4.5" />
          <rect class="device-foot" x="30" y="76" width="100" height="10" rx="3" />
        </svg>
        <span>{poweredOn ? 'Voyant vert allumé' : 'Voyant éteint'}</span>
      </div>
      <SwitchField
        label="Imprimante allumée"
        hint="Tient lieu de bouton Marche sur cette démonstration."
        name="marche"
        checked={poweredOn}
        onChecked={(on) => update((current) => switchPrinter(current, on))}
      />
    </Panel>
  )
}
