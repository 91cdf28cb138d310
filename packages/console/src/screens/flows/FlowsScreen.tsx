/** Parcours: how far people get in each guided flow, step by step, what stops them, and how many new accounts are activated. */
import type { ActivationReport, FlowFunnel, FlowsReport } from '@fanal/contract'
import { useQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { flowsQuery } from '../../api/reports.ts'
import { useFormat, usePreferences, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { PeriodBar } from '../../ui/PeriodBar.tsx'
import { RateFigure } from '../../ui/RateFigure.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { readPeriod } from '../../url/period.ts'
import { FlowCard } from './FlowCard.tsx'
import { formatDuration } from './format-duration.ts'

const dayMs = 86_400_000

export function FlowsScreen() {
  const t = useTranslate()
  const { query } = useLocation()
  const { project } = useConsole()
  const period = readPeriod(query, Date.now())
  const report = useQuery(flowsQuery({ project: project.id, from: period.from, to: period.to }))
  return (
    <Page title={t('flows.title')} lead={t('flows.lead')}>
      <div class="toolbar">
        <PeriodBar period={period} />
      </div>
      <Loaded query={report} lines={8}>
        {(data) =>
          data.flows.length === 0 ? (
            <div class="empty">
              <h2>{t('empty.flows')}</h2>
              <p>{t('empty.flowsText')}</p>
            </div>
          ) : (
            <>
              {data.activation && <Activation activation={data.activation} />}
              <FlowsTable flows={data.flows} />
              {data.flows
                .filter(({ starts }) => starts > 0)
                .map((flow) => (
                  <FlowCard key={flow.flowId} flow={flow} />
                ))}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Activation({ activation }: { activation: ActivationReport }) {
  const t = useTranslate()
  const format = useFormat()
  const { milestone, withinMs, reached, immature, late, accounts } = activation
  return (
    <div class="figures">
      <h2 class="visually-hidden">{t('flows.figures')}</h2>
      <RateFigure
        label={t('flows.activation', { days: format.decimal(withinMs / dayMs) })}
        rate={reached}
        text="def.activation"
        formula="def.activationFormula"
        numbers={t('flows.activationNumbers', { milestone, immature, late, accounts })}
      />
    </div>
  )
}

function FlowsTable({ flows }: { flows: FlowsReport['flows'] }) {
  const { t } = usePreferences()
  return (
    <section class="card">
      <TableFrame caption={t('flows.caption', { n: flows.length })}>
        <thead>
          <tr>
            <th scope="col">{t('flows.flow')}</th>
            {(['starts', 'completed', 'completion', 'failed', 'left', 'contacted', 'median'] as const).map((column) => (
              <th key={column} scope="col" class="number">
                {t(`flows.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <FlowRow key={flow.flowId} flow={flow} />
          ))}
        </tbody>
      </TableFrame>
    </section>
  )
}

function FlowRow({ flow }: { flow: FlowFunnel }) {
  const t = useTranslate()
  const format = useFormat()
  const { preferences } = usePreferences()
  return (
    <tr>
      <th scope="row">
        {flow.starts > 0 ? (
          <a href={`#flow-${flow.flowId}`}>{flow.title ?? flow.flowId}</a>
        ) : (
          (flow.title ?? flow.flowId)
        )}
        {flow.title === null && <span class="row-meta">{t('flows.withdrawn')}</span>}
      </th>
      <td class="number">{format.count(flow.starts)}</td>
      <td class="number">{format.count(flow.completed)}</td>
      <td class="number">{format.wholePercent(flow.completion.value)}</td>
      <td class="number">{format.count(flow.failed)}</td>
      <td class="number">{format.count(flow.left)}</td>
      <td class="number">{format.count(flow.contacted)}</td>
      <td class="number">{formatDuration(flow.medianMs, preferences.locale)}</td>
    </tr>
  )
}
