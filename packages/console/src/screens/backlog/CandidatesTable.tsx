/** Articles that the item's own queries find today, one click from being linked. */
import type { BacklogCandidate } from '../../api/backlog.ts'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

export interface CandidatesTableProps {
  candidates: readonly BacklogCandidate[]
  /** is shown above already */
  linkedId: string | null
  /** null for people who may only read */
  onLink: ((articleId: string) => void) | null
  disabled: boolean
}

export function CandidatesTable({ candidates, linkedId, onLink, disabled }: CandidatesTableProps) {
  const t = useTranslate()
  const format = useFormat()
  const others = candidates.filter(({ id }) => id !== linkedId)
  if (others.length === 0 && candidates.length > 0) return null
  return (
    <>
      <h3>{t('article.candidates')}</h3>
      {others.length === 0 ? (
        <p class="muted">{t('article.candidatesNone')}</p>
      ) : (
        <TableFrame caption={t('article.candidatesCaption')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('article.candidate')}</th>
              <th scope="col" class="number">
                {t('article.rank')}
              </th>
              {onLink && (
                <th scope="col">
                  <span class="visually-hidden">{t('article.link')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {others.map(({ id, title, rank }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td class="number">{format.count(rank)}</td>
                {onLink && (
                  <td class="cell-action">
                    <button
                      type="button"
                      class="button button-quiet"
                      aria-label={t('article.linkOne', { title })}
                      disabled={disabled}
                      onClick={() => onLink(id)}
                    >
                      {t('article.link')}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </>
  )
}
