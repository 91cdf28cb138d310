/** Second step: which column of the file feeds which field, seen on the first patients. */
import type { CsvTable } from '../../domain/csv.ts'
import { type ColumnMapping, importFields, missingFields } from '../../domain/patient-import.ts'
import { SelectField } from '../../parts/fields.tsx'

interface MappingStepProps {
  table: CsvTable
  mapping: ColumnMapping
  onMapping(mapping: ColumnMapping): void
  onBack(): void
  onImport(): void
}

export function MappingStep({ table, mapping, onMapping, onBack, onImport }: MappingStepProps) {
  const missing = missingFields(mapping)
  return (
    <div class="form">
      <div class="mapping">
        {importFields.map(({ id, label, required }) => (
          <SelectField
            key={id}
            label={required ? `${label} (obligatoire)` : label}
            value={mapping[id] === null ? '' : String(mapping[id])}
            error={required && mapping[id] === null ? 'Choisissez la colonne.' : null}
            onValue={(value) => onMapping({ ...mapping, [id]: value === '' ? null : Number(value) })}
          >
            <option value="">Ne pas importer</option>
            {table.columns.map((column, index) => (
              <option key={column} value={String(index)}>
                {column}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <Preview table={table} mapping={mapping} />
      <div class="form-actions">
        <button type="button" class="button" onClick={onBack}>
          Choisir un autre fichier
        </button>
        <button
          type="button"
          class="button-primary"
          disabled={missing.length > 0}
          data-action="importer"
          onClick={onImport}
        >
          Importer {table.rows.length} patients
        </button>
      </div>
    </div>
  )
}

function Preview({ table, mapping }: { table: CsvTable; mapping: ColumnMapping }) {
  return (
    <div class="table-wrap" data-fanal-private>
      <table class="table">
        <caption>Aperçu des premières lignes</caption>
        <thead>
          <tr>
            {importFields.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, 4).map((row, index) => (
            <tr key={`line-${index + 2}`}>
              {importFields.map(({ id }) => (
                <td key={id}>{row[mapping[id] ?? -1] || '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
