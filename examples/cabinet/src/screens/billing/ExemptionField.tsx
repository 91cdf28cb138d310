/** Why a patient pays nothing, if so. */
import type { CareSheet } from '../../domain/types.ts'
import { SelectField } from '../../parts/fields.tsx'

interface ExemptionFieldProps {
  value: CareSheet['exemption']
  onValue(value: CareSheet['exemption']): void
}

export function ExemptionField({ value, onValue }: ExemptionFieldProps) {
  return (
    <SelectField
      label="Exonération"
      name="exoneration"
      value={value}
      onValue={(text) => onValue(text as CareSheet['exemption'])}
    >
      <option value="aucune">Aucune</option>
      <option value="ald">ALD (affection de longue durée)</option>
      <option value="maternite">Maternité</option>
    </SelectField>
  )
}
