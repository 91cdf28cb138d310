/** One proportion with its interval, its n and its definition. */
import type { Rate } from '@fanal/contract'
import type { MessageKey } from '../locale/translate.ts'
import { useFormat, useTranslate } from '../preferences/PreferencesProvider.tsx'
import { Definition } from './Definition.tsx'

export interface RateFigureProps {
  label: string
  rate: Rate
  text: MessageKey
  formula: MessageKey
  numbers?: string
}

export function RateFigure({ label, rate, text, formula, numbers }: RateFigureProps) {
  const t = useTranslate()
  const format = useFormat()
  const interval = { low: format.percent(rate.low), high: format.percent(rate.high) }
  return (
    <section class="figure">
      <h3 class="figure-label">{label}</h3>
      <p class="figure-value">{format.percent(rate.value)}</p>
      <p class="figure-detail">
        {rate.value === null ? t('rate.none') : t('rate.interval', interval)}
        <span class="figure-n">{t('rate.n', { n: format.count(rate.n) })}</span>
      </p>
      <Definition figure={label} text={text} formula={formula} numbers={numbers} />
    </section>
  )
}
