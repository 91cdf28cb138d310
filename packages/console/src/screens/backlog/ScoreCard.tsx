/** « Pourquoi ce score »: the formula with this item's own numbers. */
import type { BacklogItem } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { scoreFactors } from './score-factors.ts'

export function ScoreCard({ item }: { item: BacklogItem }) {
  const t = useTranslate()
  const format = useFormat()
  const { accounts, episodesPerAccount, severity, score } = scoreFactors(item)
  const factors = [
    { sign: '', value: accounts, label: t('item.factorAccounts') },
    { sign: '×', value: episodesPerAccount, label: t('item.factorEpisodes') },
    { sign: '×', value: severity, label: t('item.factorSeverity') },
    { sign: '=', value: score, label: t('item.factorScore') },
  ]
  return (
    <section class="card" aria-labelledby="score-title">
      <h2 id="score-title">{t('item.why')}</h2>
      <dl class="factors">
        {factors.map(({ sign, value, label }) => (
          <div key={label} class={sign === '=' ? 'factor factor-result' : 'factor'}>
            <dt>{label}</dt>
            <dd>
              {sign && <span class="factor-sign">{sign}</span>} {format.decimal(value)}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t('item.whyText')}</p>
    </section>
  )
}
