/** Bringing patients over from another software: file, columns, import, report. */
import { useState } from 'preact/hooks'
import { type CsvTable, parseCsv } from '../../domain/csv.ts'
import {
  addPatients,
  type ColumnMapping,
  guessMapping,
  type ImportReport,
  readPatients,
} from '../../domain/patient-import.ts'
import { ProgressBar } from '../../parts/feedback.tsx'
import { Page, Panel } from '../../parts/Page.tsx'
import { useProgress } from '../../parts/use-progress.ts'
import { usePractice } from '../../state/practice-context.tsx'
import { FileStep } from './FileStep.tsx'
import { MappingStep } from './MappingStep.tsx'
import { ReportStep } from './ReportStep.tsx'

const importMs = 2000
const steps = ['Fichier', 'Correspondance', 'Import', 'Rapport']

export function ImportScreen() {
  const { state, update } = usePractice()
  const { percent, start } = useProgress(importMs)
  const [table, setTable] = useState<CsvTable | null>(null)
  const [mapping, setMapping] = useState<ColumnMapping | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const current = report ? 3 : percent !== null ? 2 : table ? 1 : 0
  const read = (text: string): string | null => {
    const parsed = parseCsv(text)
    if (parsed.rows.length === 0) return 'Ce fichier ne contient aucun patient. Exportez-le à nouveau au format CSV.'
    setTable(parsed)
    setMapping(guessMapping(parsed.columns))
    return null
  }
  const run = () => {
    if (!table || !mapping) return
    start(() => {
      const result = readPatients(state, table, mapping)
      update((before) => addPatients(before, result.added))
      setReport(result)
    })
  }
  const startAfresh = () => {
    setTable(null)
    setReport(null)
  }
  return (
    <Page title="Import de données" topic="import" lead={<p>Reprenez vos patients depuis un autre logiciel.</p>}>
      <ol class="steps" aria-label="Étapes de l’import">
        {steps.map((name, index) => (
          <li
            key={name}
            aria-current={index === current ? 'step' : undefined}
            class={index < current ? 'step-done' : ''}
          >
            <span class="step-number figures">{index + 1}</span>
            {name}
          </li>
        ))}
      </ol>
      <Panel title={steps[current] ?? ''}>
        {current === 0 ? <FileStep onText={read} /> : null}
        {current === 1 && table && mapping ? (
          <MappingStep table={table} mapping={mapping} onMapping={setMapping} onBack={startAfresh} onImport={run} />
        ) : null}
        {percent !== null ? (
          <ProgressBar label={`Import de ${table?.rows.length ?? 0} lignes…`} percent={percent} />
        ) : null}
        {report ? <ReportStep report={report} onRestart={startAfresh} /> : null}
      </Panel>
    </Page>
  )
}
