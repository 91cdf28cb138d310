/** The prescription as it will come out on paper; two zones as soon as one line belongs to the long-term illness. */
import { dayOf, formatDay, formatLongDay } from '../../domain/calendar.ts'
import { patientName } from '../../domain/records.ts'
import type { Patient, PrescriptionLine } from '../../domain/types.ts'
import { usePractice } from '../../state/practice-context.tsx'

interface PrescriptionSheetProps {
  patient: Patient | null
  lines: PrescriptionLine[]
  /** of the ordonnance numérique; null while it is not signed */
  signedNumber: string | null
}

export function PrescriptionSheet({ patient, lines, signedNumber }: PrescriptionSheetProps) {
  const { doctor, state } = usePractice()
  const aldLines = lines.filter(({ ald }) => ald)
  const otherLines = lines.filter(({ ald }) => !ald)
  return (
    <aside class="sheet" aria-label="Aperçu de l’ordonnance" data-fanal-private>
      <header class="sheet-head">
        <div>
          <p class="sheet-doctor">{doctor.name}</p>
          <p>{doctor.specialty}</p>
          <p>RPPS {doctor.rpps}</p>
        </div>
        <div>
          <p>{state.profile.name}</p>
          <p>{state.profile.address}</p>
          <p>{state.profile.city}</p>
          <p>{state.profile.phone}</p>
        </div>
      </header>
      <p class="sheet-date">Le {formatLongDay(dayOf(new Date()))}</p>
      <p class="sheet-patient">
        {patient ? `${patient.title} ${patientName(patient)}, ${formatDay(patient.birthDay)}` : 'Patient à choisir'}
      </p>
      {aldLines.length > 0 ? (
        <>
          <p class="sheet-zone">Prescriptions relatives au traitement de l’affection de longue durée</p>
          <SheetLines lines={aldLines} />
          <p class="sheet-zone">Prescriptions sans rapport avec l’affection de longue durée</p>
        </>
      ) : null}
      <SheetLines lines={otherLines} />
      <p class="sheet-sign">
        {signedNumber === null ? 'Signature' : `Ordonnance numérique n° ${signedNumber}, signée par ${doctor.name}`}
      </p>
    </aside>
  )
}

function SheetLines({ lines }: { lines: PrescriptionLine[] }) {
  return (
    <ol class="sheet-lines">
      {lines.map((line, index) => (
        <li key={index}>
          <strong>{line.drug}</strong>
          <span>{[line.dosage, line.duration && `pendant ${line.duration}`].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ol>
  )
}
