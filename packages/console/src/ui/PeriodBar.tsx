/** Chooses the days a report covers: presets as links, or two dates; everything in the URL. */

import { useId, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFormat, useTranslate } from '../preferences/PreferencesProvider.tsx'
import { addDays, customChanges, type Period, presetChanges, presetDays } from '../url/period.ts'
import { toUrl } from '../url/query.ts'
import { LinkSegments } from './Segments.tsx'

export function PeriodBar({ period }: { period: Period }) {
  const t = useTranslate()
  const format = useFormat()
  const { path, query } = useLocation()
  const lastDay = addDays(period.to, -1)
  return (
    <div class="period">
      <div class="period-choices">
        <LinkSegments
          label={t('period.label')}
          options={presetDays.map((days) => ({
            label: t('period.days', { n: days }),
            href: toUrl(path, query, presetChanges(days)),
            current: period.preset === days,
          }))}
        />
        <CustomDates key={`${period.from} ${period.to}`} firstDay={period.from} lastDay={lastDay} />
      </div>
      <p class="period-range">{t('period.range', { from: format.day(period.from), to: format.day(lastDay) })}</p>
    </div>
  )
}

function CustomDates({ firstDay, lastDay }: { firstDay: string; lastDay: string }) {
  const t = useTranslate()
  const id = useId()
  const { path, query, route } = useLocation()
  const [first, setFirst] = useState(firstDay)
  const [last, setLast] = useState(lastDay)
  const [problem, setProblem] = useState<'incomplete' | 'order' | null>(null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const custom = customChanges(first, last)
    if ('problem' in custom) setProblem(custom.problem)
    else route(toUrl(path, query, custom.changes))
  }
  return (
    <details class="popover">
      <summary class="button button-quiet">{t('period.custom')}</summary>
      <form class="popover-body" noValidate onSubmit={submit}>
        <div class="field">
          <label for={`${id}-first`}>{t('period.first')}</label>
          <input
            id={`${id}-first`}
            type="date"
            value={first}
            aria-invalid={problem !== null}
            aria-describedby={problem ? `${id}-problem` : undefined}
            onInput={(event) => setFirst(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-last`}>{t('period.last')}</label>
          <input
            id={`${id}-last`}
            type="date"
            value={last}
            aria-invalid={problem !== null}
            aria-describedby={problem ? `${id}-problem` : undefined}
            onInput={(event) => setLast(event.currentTarget.value)}
          />
        </div>
        {problem && (
          <p id={`${id}-problem`} class="field-error" role="alert">
            {t(`period.${problem}`)}
          </p>
        )}
        <button type="submit" class="button button-primary">
          {t('period.apply')}
        </button>
      </form>
    </details>
  )
}
