/** One flow: its figures, its funnel step by step, and the same by version and release. */
import type { FlowFunnel, FlowShare, FlowStepFunnel } from '@fanal/contract'
import { isMessageKey } from '../../locale/translate.ts'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { CountFigure } from '../../ui/CountFigure.tsx'
import { Definition } from '../../ui/Definition.tsx'
import { RateFigure } from '../../ui/RateFigure.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

export function FlowCard({ flow }: { flow: FlowFunnel }) {
  const t = useTranslate()
  const format = useFormat()
  const title = flow.title ?? flow.flowId
  return (
    <section class="card flow-card" id={`flow-${flow.flowId}`} aria-labelledby={`title-${flow.flowId}`}>
      <h2 id={`title-${flow.flowId}`}>{title}</h2>
      <div class="figures">
        <CountFigure
          label={t('flows.starts')}
          value={format.count(flow.starts)}
          detail={t('flows.startsDetail', { running: flow.running, ignored: flow.ignored })}
          text="def.flowStarts"
          formula="def.flowStartsFormula"
        />
        <RateFigure
          label={t('flows.completion')}
          rate={flow.completion}
          text="def.completion"
          formula="def.completionFormula"
          numbers={`${flow.completed} ÷ (${flow.starts} − ${flow.running})`}
        />
      </div>
      <Steps flow={flow} title={title} />
      <Definition figure={t('flows.step')} text="def.steps" formula="def.stepsFormula" named />
      <Shares flow={flow} />
    </section>
  )
}

function Steps({ flow, title }: { flow: FlowFunnel; title: string }) {
  const t = useTranslate()
  const most = Math.max(1, ...flow.steps.map(({ seen }) => seen))
  return (
    <TableFrame caption={t('flows.stepsCaption', { title })} class="funnel">
      <thead>
        <tr>
          <th scope="col">{t('flows.step')}</th>
          {(['seen', 'passed', 'verified', 'failed', 'left', 'contacted'] as const).map((column) => (
            <th key={column} scope="col" class="number">
              {t(`flows.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flow.steps.map((step) => (
          <Step key={step.stepId} step={step} most={most} />
        ))}
      </tbody>
    </TableFrame>
  )
}

function Step({ step, most }: { step: FlowStepFunnel; most: number }) {
  const t = useTranslate()
  const format = useFormat()
  const share = (runs: number) => `${(100 * runs) / most}%`
  return (
    <tr>
      <th scope="row">
        {step.title ?? step.stepId}
        {step.title === null && <span class="row-meta">{t('flows.stepGone')}</span>}
        <span class="funnel-bar" aria-hidden="true">
          <span class="funnel-seen" style={{ width: share(step.seen) }} />
          <span class="funnel-passed" style={{ width: share(step.passed) }} />
        </span>
        <Details step={step} />
      </th>
      <td class="number">{format.count(step.seen)}</td>
      <td class="number">{format.count(step.passed)}</td>
      <td class="number">{step.verified === null ? '–' : format.count(step.verified)}</td>
      <td class="number">{format.count(step.failed)}</td>
      <td class="number">{format.count(step.left)}</td>
      <td class="number">{format.count(step.contacted)}</td>
    </tr>
  )
}

/** Why it failed and since which release, how it was left, what was answered. */
function Details({ step: { failures, leftBy, answers } }: { step: FlowStepFunnel }) {
  const t = useTranslate()
  const part = (what: string, n: number) => t('flows.part', { what, n })
  const word = (prefix: string, key: string) =>
    isMessageKey(`${prefix}.${key}`) ? t(`${prefix}.${key}` as 'exit.quit') : key
  const failed = failures.map(({ reason, release, runs }) => {
    const what = word('failure', reason)
    return part(release === null ? what : t('flows.inRelease', { what, release }), runs)
  })
  const left = Object.entries(leftBy).map(([reason, n]) => part(word('exit', reason), n))
  const said = Object.entries(answers ?? {}).map(([answer, n = 0]) => part(answer, n))
  return (
    <>
      {failed.length > 0 && <span class="row-meta">{t('flows.failures', { list: failed.join(' · ') })}</span>}
      {left.length > 0 && <span class="row-meta">{t('flows.leftBy', { list: left.join(' · ') })}</span>}
      {said.length > 0 && <span class="row-meta">{t('flows.answers', { list: said.join(' · ') })}</span>}
    </>
  )
}

function Shares({ flow }: { flow: FlowFunnel }) {
  const t = useTranslate()
  return (
    <TableFrame caption={t('flows.shares')}>
      <thead>
        <tr>
          <th scope="col">{t('flows.shares')}</th>
          {(['starts', 'completion', 'failed'] as const).map((column) => (
            <th key={column} scope="col" class="number">
              {t(`flows.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flow.versions.map((share) => (
          <Share key={share.key} label={t('flows.version', { key: share.key })} share={share} />
        ))}
        {flow.releases.map((share) => (
          <Share
            key={share.key ?? ''}
            label={share.key === null ? t('flows.releaseUnknown') : t('flows.release', { key: share.key })}
            share={share}
          />
        ))}
      </tbody>
    </TableFrame>
  )
}

function Share({ label, share }: { label: string; share: FlowShare<unknown> }) {
  const format = useFormat()
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class="number">{format.count(share.starts)}</td>
      <td class="number">{format.wholePercent(share.completion.value)}</td>
      <td class="number">{format.count(share.failed)}</td>
    </tr>
  )
}
