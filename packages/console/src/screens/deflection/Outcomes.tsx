/** How episodes end: one bar for the eye, one table for everybody. */
import type { DeflectionReport } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { Definition } from '../../ui/Definition.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

const counted = ['explicit', 'confirmed', 'assumed', 'contacted', 'abandoned'] as const

export function Outcomes({ report }: { report: DeflectionReport }) {
  const t = useTranslate()
  const format = useFormat()
  const { outcomes, episodes } = report
  return (
    <section class="card" aria-labelledby="outcomes-title">
      <div class="card-head">
        <h2 id="outcomes-title">{t('deflection.outcomes')}</h2>
        <span class="figure-n">{t('rate.n', { n: format.count(episodes) })}</span>
      </div>
      <div class="stack-bar" aria-hidden="true">
        {counted.map((outcome) => (
          <span key={outcome} class={`tone-${outcome}`} style={{ flexGrow: outcomes[outcome] }} />
        ))}
      </div>
      <TableFrame caption={t('deflection.outcomesCaption', { n: episodes })} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('deflection.outcome')}</th>
            <th scope="col" class="wide-only">
              {t('deflection.meaning')}
            </th>
            <th scope="col" class="number">
              {t('deflection.count')}
            </th>
            <th scope="col" class="number">
              {t('deflection.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">
                <span class={`swatch tone-${outcome}`} aria-hidden="true" />
                {t(`outcome.${outcome}`)}
              </th>
              <td class="wide-only muted">{t(`outcome.${outcome}Text`)}</td>
              <td class="number">{format.count(outcomes[outcome])}</td>
              <td class="number">{format.percent(outcomes[outcome] / episodes)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {outcomes.post_ticket > 0 && <p class="hint">{t('deflection.postTicket', { n: outcomes.post_ticket })}</p>}
      <Definition figure={t('deflection.outcomes')} text="def.outcomes" formula="def.outcomesFormula" />
    </section>
  )
}
