/** The proof behind closing: each stored query, replayed now, and where it finds the linked article. */
import type { BacklogProof } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

export function ProofTable({ proof }: { proof: readonly BacklogProof[] }) {
  const t = useTranslate()
  const failing = proof.filter(({ holds }) => !holds).length
  return (
    <>
      <h3>{t('proof.title')}</h3>
      {proof.length === 0 ? (
        <p class="muted">{t('proof.noQueries')}</p>
      ) : (
        <>
          <p class={failing === 0 ? 'verdict verdict-holds' : 'verdict verdict-fails'}>
            {failing === 0 ? t('proof.allHold') : t('proof.someFail', { n: failing })}
          </p>
          <TableFrame caption={t('proof.caption')} captionHidden>
            <thead>
              <tr>
                <th scope="col">{t('item.query')}</th>
                <th scope="col" class="number">
                  {t('proof.rank')}
                </th>
                <th scope="col">{t('proof.result')}</th>
              </tr>
            </thead>
            <tbody>
              {proof.map((entry) => (
                <ProofRow key={entry.query} entry={entry} />
              ))}
            </tbody>
          </TableFrame>
          <p class="hint">{t('proof.text')}</p>
        </>
      )}
    </>
  )
}

function ProofRow({ entry: { query, rank, holds } }: { entry: BacklogProof }) {
  const t = useTranslate()
  const format = useFormat()
  const result = holds ? 'proof.holds' : rank === null ? 'proof.fails' : 'proof.low'
  return (
    <tr>
      <th scope="row">{query}</th>
      <td class="number">{rank === null ? '> 10' : format.count(rank)}</td>
      <td>
        <span class={holds ? 'badge badge-good' : 'badge badge-bad'}>{t(result)}</span>
      </td>
    </tr>
  )
}
