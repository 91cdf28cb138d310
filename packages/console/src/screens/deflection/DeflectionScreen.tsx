/** Déflexion: what help has spared support, with its bounds, its assumptions and its n. Figures arrive computed. */
import type { DeflectionReport } from '@fanal/contract'
import { useQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { deflectionQuery } from '../../api/reports.ts'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { PeriodBar } from '../../ui/PeriodBar.tsx'
import { LinkSegments } from '../../ui/Segments.tsx'
import { readPeriod, readWindow, type WindowHours, windowChoices } from '../../url/period.ts'
import { toUrl } from '../../url/query.ts'
import { Attribution } from './Attribution.tsx'
import { EmptyDeflection } from './EmptyDeflection.tsx'
import { Headline } from './Headline.tsx'
import { Outcomes } from './Outcomes.tsx'
import { SecondFigures } from './SecondFigures.tsx'

export function DeflectionScreen() {
  const t = useTranslate()
  const { query } = useLocation()
  const { project } = useConsole()
  const period = readPeriod(query, Date.now())
  const windowHours = readWindow(query)
  const range = { project: project.id, from: period.from, to: period.to }
  const report = useQuery(deflectionQuery(range, windowHours))
  return (
    <Page title={t('deflection.title')} lead={t('deflection.lead')}>
      <div class="toolbar">
        <PeriodBar period={period} />
        <WindowChoice current={windowHours} />
      </div>
      <Loaded query={report} lines={8}>
        {(data) =>
          data.episodes === 0 ? (
            <EmptyDeflection report={data} windowHours={windowHours} />
          ) : (
            <Figures report={data} range={range} windowHours={windowHours} />
          )
        }
      </Loaded>
    </Page>
  )
}

function WindowChoice({ current }: { current: WindowHours }) {
  const t = useTranslate()
  const { path, query } = useLocation()
  return (
    <div class="window-choice">
      <span class="toolbar-label" aria-hidden="true">
        {t('window.label')}
      </span>
      <LinkSegments
        label={t('window.label')}
        options={windowChoices.map((hours) => ({
          label: t('window.hours', { n: hours }),
          href: toUrl(path, query, { window: hours === 72 ? null : `${hours}h` }),
          current: hours === current,
        }))}
      />
    </div>
  )
}

interface FiguresProps {
  report: DeflectionReport
  range: { project: string; from: string; to: string }
  windowHours: WindowHours
}

function Figures({ report, range, windowHours }: FiguresProps) {
  return (
    <>
      <Headline report={report} windowHours={windowHours} />
      <SecondFigures report={report} />
      <Outcomes report={report} />
      {report.headline === 'deflection' && <Attribution report={report} range={range} />}
    </>
  )
}
