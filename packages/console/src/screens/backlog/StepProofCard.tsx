/** The proof behind closing the item of a step: how the step fares in each version of the guide, the one in use first of all. */
import type { FailingStep, FailingStepVersion, StepProof } from '@fanal/contract'
import type { MessageKey } from '../../locale/translate.ts'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

export interface StepProofCardProps {
  step: FailingStep
  proof: StepProof
}

export function StepProofCard({ step, proof }: StepProofCardProps) {
  const t = useTranslate()
  const format = useFormat()
  const at = proof.matureAt === null ? '' : format.moment(proof.matureAt)
  const verdict = verdictOf(proof)
  return (
    <section class="card" aria-labelledby="step-proof-title">
      <h2 id="step-proof-title">{t('step.proofTitle')}</h2>
      <p class={`verdict ${toneOf(verdict)}`}>{t(verdict, { version: proof.version ?? '', at })}</p>
      <TableFrame caption={t('step.versions')}>
        <thead>
          <tr>
            <th scope="col">{t('step.version')}</th>
            <th scope="col" class="number">
              {t('step.versionRuns')}
            </th>
            <th scope="col" class="number">
              {t('step.versionFailed')}
            </th>
            <th scope="col">{t('step.versionLast')}</th>
          </tr>
        </thead>
        <tbody>
          {step.versions.map((entry) => (
            <Version
              key={entry.version}
              entry={entry}
              served={entry.version !== null && entry.version === proof.version}
            />
          ))}
        </tbody>
      </TableFrame>
      <p class="hint">{t('step.proofText')}</p>
    </section>
  )
}

function verdictOf({ version, runs, failed, matureAt, holds }: StepProof): MessageKey {
  if (version === null) return holds ? 'step.proofWithdrawn' : 'step.proofUnknown'
  if (holds) return 'step.proofHolds'
  if (runs === 0 || matureAt === null) return 'step.proofUnseen'
  if (failed > 0) return 'step.proofFails'
  return Date.parse(matureAt) > Date.now() ? 'step.proofUnripe' : 'step.proofUnsure'
}

/** What only has to be waited for is no bad news. */
function toneOf(verdict: MessageKey): string {
  if (verdict === 'step.proofHolds' || verdict === 'step.proofWithdrawn') return 'verdict-holds'
  return verdict === 'step.proofUnripe' || verdict === 'step.proofUnseen' ? '' : 'verdict-fails'
}

function Version({ entry, served }: { entry: FailingStepVersion; served: boolean }) {
  const t = useTranslate()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        {entry.version ?? t('step.versionUnknown')}
        {served && <span class="row-meta">{t('step.versionServed')}</span>}
      </th>
      <td class="number">{format.count(entry.runs)}</td>
      <td class="number">{format.count(entry.failed)}</td>
      <td class="muted nowrap">
        {entry.lastFailedAt === null ? (
          t('step.never')
        ) : (
          <time dateTime={entry.lastFailedAt} title={format.moment(entry.lastFailedAt)}>
            {format.ago(entry.lastFailedAt, Date.now())}
          </time>
        )}
      </td>
    </tr>
  )
}
