/** The figures around the central one: what it is made of, and what stands beside it so that it is never read alone. */
import type { DeflectionReport } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { CountFigure } from '../../ui/CountFigure.tsx'
import { RateFigure } from '../../ui/RateFigure.tsx'

export function SecondFigures({ report }: { report: DeflectionReport }) {
  const t = useTranslate()
  const format = useFormat()
  const { outcomes, episodes } = report
  const joined = report.headline === 'deflection'
  const helped = outcomes.explicit + outcomes.confirmed + outcomes.assumed
  const over = (part: number) => `${format.count(part)} ÷ ${format.count(episodes)}`
  return (
    <div class="figures figures-six">
      {joined && <Volumes report={report} />}
      {joined && (
        <RateFigure
          label={t('deflection.selfService')}
          rate={report.selfServiceResolution}
          text="def.selfService"
          formula="def.selfServiceFormula"
          numbers={over(helped)}
        />
      )}
      <RateFigure
        label={t('deflection.contactAfterHelp')}
        rate={report.contactAfterHelp}
        text="def.contactAfterHelp"
        formula="def.contactAfterHelpFormula"
        numbers={over(outcomes.contacted)}
      />
      <RateFigure
        label={t('deflection.abandon')}
        rate={report.abandon}
        text="def.abandon"
        formula="def.abandonFormula"
        numbers={over(outcomes.abandoned)}
      />
      {joined && <Saved report={report} />}
    </div>
  )
}

function Volumes({ report }: { report: DeflectionReport }) {
  const t = useTranslate()
  const format = useFormat()
  const { outcomes } = report
  const helped = outcomes.explicit + outcomes.confirmed + outcomes.assumed
  return (
    <>
      <CountFigure
        label={t('deflection.avoided')}
        value={format.decimal(report.avoidedTickets)}
        detail={t('deflection.avoidedDetail', { n: helped })}
        text="def.avoided"
        formula="def.avoidedFormula"
      />
      <CountFigure
        label={t('deflection.tickets')}
        value={format.count(report.tickets)}
        detail={t('deflection.ticketsDetail')}
        text="def.tickets"
        formula="def.ticketsFormula"
      />
    </>
  )
}

function Saved({ report }: { report: DeflectionReport }) {
  const t = useTranslate()
  const format = useFormat()
  const { saved } = report
  return (
    <CountFigure
      label={t('deflection.saved')}
      value={saved ? format.money(saved.amount, saved.currency) : '–'}
      detail={
        saved
          ? t(saved.spent ? 'deflection.savedNetText' : 'deflection.savedText', {
              avoided: format.decimal(report.avoidedTickets),
              cost: format.money(saved.costPerTicket, saved.currency),
              spent: format.money(saved.spent ?? 0, saved.currency),
            })
          : t('deflection.savedNone')
      }
      badge={
        saved?.source === 'hypothesis'
          ? t('deflection.costHypothesis', { cost: format.money(saved.costPerTicket, saved.currency) })
          : undefined
      }
      text="def.saved"
      formula="def.savedFormula"
    />
  )
}
