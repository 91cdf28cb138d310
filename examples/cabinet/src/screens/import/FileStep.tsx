/** First step of an import: where the patients come from, and their file. */
import { useId, useState } from 'preact/hooks'
import { SelectField } from '../../parts/fields.tsx'

const sources = ['Fichier CSV (tableur)', 'Axivio', 'DocStation', 'Médiplume']
const sample = `Nom;Prénom;Date de naissance;Téléphone;Ville;Allergies
Brindacier;Léontine;14/03/1962;06 39 98 71 02;Rennes;Pénicilline
Vertbois;Maxence;02/11/1985;06 39 98 71 03;Pacé;
Clairfontaine;Rosalie;29/07/2016;06 39 98 71 04;Rennes;Œuf / Arachide
Aubépin;Ferdinand;31/02/1950;06 39 98 71 05;Bruz;
`
const sampleHref = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${sample}`)}`

/** @param props.onText takes what the file holds; returns what is wrong with it, in words, or null */
export function FileStep({ onText }: { onText(text: string): string | null }) {
  const id = useId()
  const [source, setSource] = useState(sources[0] ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    try {
      setProblem(onText(decode(await file.arrayBuffer())))
    } catch {
      setProblem('Ce fichier n’a pas pu être lu. Fermez-le dans votre tableur, puis choisissez-le à nouveau.')
    }
  }
  return (
    <div class="form">
      <SelectField label="Logiciel d’origine" name="logiciel-origine" value={source} onValue={setSource}>
        {sources.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      <div class="field">
        <label for={id}>Fichier des patients</label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv,.txt"
          data-field="fichier-patients"
          aria-describedby={`${id}-note`}
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
        <p id={`${id}-note`} class="field-hint">
          Un fichier CSV, un patient par ligne, les noms des colonnes sur la première ligne. Rien n’est importé avant
          votre accord.
        </p>
      </div>
      {problem ? (
        <p class="field-error" role="alert">
          {problem}
        </p>
      ) : null}
      <p>
        <a href={sampleHref} download="exemple-patients.csv">
          Télécharger un fichier d’exemple
        </a>
      </p>
    </div>
  )
}

/** Old practice software writes Windows-1252; whatever is not UTF-8 is read as that. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
