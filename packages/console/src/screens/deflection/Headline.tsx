/** The central figure: large, in words, with its two uncertainties drawn, and what it assumes. */
import type { DeflectionReport, Rate } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { Definition } from '../../ui/Definition.tsx'
import type { WindowHours } from '../../url/period.ts'
import { IntervalChart } from './IntervalChart.tsx'

export interface HeadlineProps {
  report: DeflectionReport
  windowHours: WindowHours
}

export function Headline({ report, windowHours }: HeadlineProps) {
  const t = useTranslate()
  const format = useFormat()
  const joined = report.headline === 'deflection'
  const rate = joined ? report.deflection : report.selfServiceResolution
  const label = t(joined ? 'deflection.headline' : 'deflection.sessionHeadline')
  return (
    <section class="headline card" aria-labelledby="headline-label">
      <div class="headline-figure">
        <h2 id="headline-label" class="figure-label">
          {label}
        </h2>
        <p class="headline-value">{format.percent(rate.value)}</p>
        <p class="figure-detail">
          {t('rate.interval', { low: format.percent(rate.low), high: format.percent(rate.high) })}
          <span class="figure-n">{t('rate.n', { n: format.count(rate.n) })}</span>
        </p>
        <Assumptions report={report} windowHours={windowHours} />
        <Definition
          figure={label}
          text={joined ? 'def.deflection' : 'def.selfService'}
          formula={joined ? 'def.deflectionFormula' : 'def.selfServiceFormula'}
          numbers={joined ? deflectionNumbers(report, format.decimal) : resolutionNumbers(report, format.count)}
        />
      </div>
      <div class="headline-side">
        <InWords rate={rate} joined={joined} />
        <IntervalChart rate={rate} bounds={joined ? report.bounds : null} />
        {joined && (
          <Definition
            figure={t('deflection.chartBoundsText')}
            text="def.bounds"
            formula="def.boundsFormula"
            numbers={boundsNumbers(report)}
          />
        )}
      </div>
    </section>
  )
}

function InWords({ rate, joined }: { rate: Rate; joined: boolean }) {
  const t = useTranslate()
  if (rate.value === null || rate.low === null || rate.high === null) return <p class="in-words">{t('rate.none')}</p>
  return (
    <p class="in-words">
      {t(joined ? 'deflection.inWords' : 'deflection.sessionInWords', {
        rate: Math.round(rate.value * 100),
        low: Math.round(rate.low * 100),
        high: Math.round(rate.high * 100),
      })}
    </p>
  )
}

/** What the figure rests on, as badges; each says in a sentence why it is there. */
function Assumptions({ report, windowHours }: HeadlineProps) {
  const t = useTranslate()
  const format = useFormat()
  const joined = report.headline === 'deflection'
  return (
    <ul class="assumptions">
      {report.simulated && (
        <li>
          <span class="badge badge-warn">{t('deflection.simulated')}</span>
          {t('deflection.simulatedText')}
        </li>
      )}
      {!joined && (
        <li>
          <span class="badge badge-warn">{t('deflection.noTicketJoin')}</span>
          {t('deflection.noTicketJoinText')}
        </li>
      )}
      {report.provisional && (
        <li>
          <span class="badge badge-warn">{t('deflection.provisional')}</span>
          {report.immature > 0
            ? t('deflection.provisionalText', { hours: windowHours, n: report.immature })
            : t('deflection.provisionalNone', { hours: windowHours })}
        </li>
      )}
      {joined && report.tickets === 0 && (
        <li>
          <span class="badge badge-warn">{t('deflection.noTickets')}</span>
          {t('deflection.noTicketsText')}
        </li>
      )}
      {joined && (
        <li>
          <span class={report.pi.source === 'hypothesis' ? 'badge badge-warn' : 'badge'}>
            {t(`deflection.${report.pi.source}`, { pi: format.decimal(report.pi.value) })}
          </span>
          {t(`deflection.${report.pi.source}Text`)}
        </li>
      )}
    </ul>
  )
}

function deflectionNumbers(report: DeflectionReport, decimal: (value: number) => string): string {
  const avoided = decimal(report.avoidedTickets)
  return `${avoided} ÷ (${avoided} + ${decimal(report.tickets)})`
}

function resolutionNumbers({ outcomes, episodes }: DeflectionReport, count: (value: number) => string): string {
  return `${count(outcomes.explicit + outcomes.confirmed + outcomes.assumed)} ÷ ${count(episodes)}`
}

function boundsNumbers({ outcomes, tickets }: DeflectionReport): string {
  const helped = outcomes.explicit + outcomes.confirmed + outcomes.assumed
  return `${outcomes.explicit} ÷ (${outcomes.explicit} + ${tickets}) · ${helped} ÷ (${helped} + ${tickets})`
}
