/** The step of a guide that fails: how often, in which releases, and what the guide found instead of its target. */
import type { FailingStep } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

export function StepCard({ step }: { step: FailingStep }) {
  const t = useTranslate()
  const format = useFormat()
  return (
    <section class="card" aria-labelledby="step-title">
      <h2 id="step-title">{t('step.title')}</h2>
      <dl class="step-facts">
        <Named label={t('step.flow')} title={step.flowTitle} id={step.flowId} />
        <Named label={t('step.step')} title={step.stepTitle} id={step.stepId} />
        <dt>{t('step.runs')}</dt>
        <dd>{t('step.runsOf', { failed: format.count(step.failed), runs: format.count(step.runs) })}</dd>
      </dl>
      <h3>{t('step.releases')}</h3>
      <ul class="pages releases">
        {step.releases.map(({ release, failed }) => (
          <li key={release}>
            {release === null ? t('step.releaseUnknown') : <code>{release}</code>} ({format.count(failed)})
          </li>
        ))}
      </ul>
      <h3>{t('step.candidates')}</h3>
      {step.candidates.length === 0 ? (
        <p class="muted">{t('step.candidatesNone')}</p>
      ) : (
        <>
          <Candidates step={step} />
          <p class="hint">{t('step.candidatesText')}</p>
        </>
      )}
    </section>
  )
}

function Named({ label, title, id }: { label: string; title: string | null; id: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {title} <code>{id}</code>
      </dd>
    </>
  )
}

function Candidates({ step }: { step: FailingStep }) {
  const t = useTranslate()
  const format = useFormat()
  return (
    <TableFrame caption={t('step.candidates')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('step.candidate')}</th>
          <th scope="col" class="number">
            {t('step.versionRuns')}
          </th>
        </tr>
      </thead>
      <tbody>
        {step.candidates.map(({ text, failed }) => (
          <tr key={text}>
            <th scope="row">
              <code>{text}</code>
            </th>
            <td class="number">{format.count(failed)}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  )
}
