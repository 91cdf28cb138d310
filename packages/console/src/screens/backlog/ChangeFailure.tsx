/** Why a change was refused, and what to do: a query that fails, a step that is not proven, somebody else's change, or any other error in words. */
import { ApiError } from '../../api/request.ts'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { errorText } from '../../ui/error-text.ts'
import { failedProof } from './failed-proof.ts'

export interface ChangeFailureProps {
  error: unknown
  onReload: () => void
}

export function ChangeFailure({ error, onReload }: ChangeFailureProps) {
  const t = useTranslate()
  const code = error instanceof ApiError ? error.code : null
  if (code === 'BACKLOG_NOT_PROVEN') return <NotProven error={error} />
  if (code === 'BACKLOG_STEP_NOT_PROVEN') {
    return (
      <div class="notice notice-error" role="alert">
        <strong>{t('refused.title')}</strong>
        <p>{t('refused.stepText')}</p>
      </div>
    )
  }
  const outdated = code === 'BACKLOG_CHANGED' || code === 'BACKLOG_TRANSITION_REFUSED'
  return (
    <div class="notice notice-error" role="alert">
      {code === 'BACKLOG_CHANGED' ? (
        <>
          <strong>{t('conflict.title')}</strong>
          <p>{t('conflict.text')}</p>
        </>
      ) : (
        <p>{errorText(error, t)}</p>
      )}
      {outdated && (
        <button type="button" class="button" onClick={onReload}>
          {t('conflict.reload')}
        </button>
      )}
    </div>
  )
}

function NotProven({ error }: { error: unknown }) {
  const t = useTranslate()
  return (
    <div class="notice notice-error" role="alert">
      <strong>{t('refused.title')}</strong>
      <p>{t('refused.text')}</p>
      <ul>
        {failedProof(error).map(({ query, rank }) => (
          <li key={query}>
            {rank === null
              ? t('refused.queryNone', { query, rank: t('proof.none') })
              : t('refused.query', { query, rank })}
          </li>
        ))}
      </ul>
      <p>{t('refused.todo')}</p>
    </div>
  )
}
