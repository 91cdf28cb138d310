/**
 * The estimate against its two uncertainties on one scale from 0 to 100 %: what chance allows (Wilson) and what the way of
 * counting allows (low and high bounds). The scale is never cut, so that a wide interval looks as wide as it is.
 */
import type { DeflectionReport, Rate } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'

export interface IntervalChartProps {
  rate: Rate
  /** null where the figure has no bounds (anonymous mode) */
  bounds: DeflectionReport['bounds'] | null
}

const ticks = [0, 0.25, 0.5, 0.75, 1]

export function IntervalChart({ rate, bounds }: IntervalChartProps) {
  const t = useTranslate()
  const format = useFormat()
  if (rate.value === null) return null
  const values = { rate: format.percent(rate.value), low: format.percent(rate.low), high: format.percent(rate.high) }
  const description = bounds
    ? t('deflection.chartText', {
        ...values,
        boundLow: format.percent(bounds.low),
        boundHigh: format.percent(bounds.high),
      })
    : t('deflection.chartTextNoBounds', values)
  return (
    <figure class="interval-chart">
      <figcaption class="visually-hidden">
        {t('deflection.chartTitle')}. {description}
      </figcaption>
      <div aria-hidden="true">
        <RangeRow
          name={t('deflection.chartWilson')}
          detail={t('deflection.chartWilsonText')}
          range={rate}
          estimate={rate.value}
          kind="chance"
        />
        {bounds && (
          <RangeRow
            name={t('deflection.chartBounds')}
            detail={t('deflection.chartBoundsText')}
            range={bounds}
            estimate={rate.value}
            kind="method"
          />
        )}
        <div class="interval-scale">
          {ticks.map((tick) => (
            <span key={tick}>{format.wholePercent(tick)}</span>
          ))}
        </div>
      </div>
    </figure>
  )
}

interface RangeRowProps {
  name: string
  detail: string
  range: { low: number | null; high: number | null }
  estimate: number
  kind: 'chance' | 'method'
}

function RangeRow({ name, detail, range, estimate, kind }: RangeRowProps) {
  const format = useFormat()
  return (
    <div class="interval-row">
      <p>
        <strong>{name}</strong> <span class="interval-detail">{detail}</span>
        <span class="interval-values">
          {format.percent(range.low)} – {format.percent(range.high)}
        </span>
      </p>
      <svg class="interval-plot" width="100%" height="28" aria-hidden="true">
        <line class="interval-track" x1="0" x2="100%" y1="14" y2="14" />
        {ticks.map((tick) => (
          <line key={tick} class="interval-tick" x1={at(tick)} x2={at(tick)} y1="10" y2="18" />
        ))}
        {range.low !== null && range.high !== null && (
          <rect
            class={`interval-band interval-band-${kind}`}
            x={at(range.low)}
            width={at(range.high - range.low)}
            y="8"
            height="12"
            rx="3"
          />
        )}
        <line class="interval-estimate" x1={at(estimate)} x2={at(estimate)} y1="1" y2="27" />
        <circle class="interval-dot" cx={at(estimate)} cy="14" r="5.5" />
      </svg>
    </div>
  )
}

/** A fraction as a place on the full width; two decimals, so that nothing shifts by a hair between renders. */
function at(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`
}
