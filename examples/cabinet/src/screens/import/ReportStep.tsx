/** Last step: what was brought over and what was not, and why. */
import type { ImportReport } from '../../domain/patient-import.ts'

export function ReportStep({ report, onRestart }: { report: ImportReport; onRestart(): void }) {
  return (
    <div class="stack">
      <p class="done" role="status">
        Import terminé.
      </p>
      <dl class="figures-row">
        <ReportFigure label="Importés" count={report.added.length} />
        <ReportFigure label="Déjà connus" count={report.known.length} />
        <ReportFigure label="Refusés" count={report.refused.length} />
      </dl>
      {report.refused.length > 0 ? (
        <>
          <h3>Lignes à corriger dans votre fichier</h3>
          <ul class="rows">
            {report.refused.map(({ line, reason }) => (
              <li key={line}>
                <span class="figures">Ligne {line}</span>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div class="form-actions">
        <button type="button" class="button" onClick={onRestart}>
          Importer un autre fichier
        </button>
        <a class="button-primary" href="/patients">
          Voir les patients
        </a>
      </div>
    </div>
  )
}

function ReportFigure({ label, count }: { label: string; count: number }) {
  return (
    <div class="figure-card">
      <dt>{label}</dt>
      <dd class="figure-value figures">{count}</dd>
    </div>
  )
}
