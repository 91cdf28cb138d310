/** Shows a query's data, or a skeleton while it comes, or what went wrong with a way to try again. */
import type { UseQueryResult } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useTranslate } from '../preferences/PreferencesProvider.tsx'
import { errorText } from './error-text.ts'
import { Skeleton } from './Skeleton.tsx'

export interface LoadedProps<T> {
  query: UseQueryResult<T>
  /** lines the skeleton stands for, so that the page does not jump */
  lines?: number
  children: (data: T) => ComponentChildren
}

export function Loaded<T>({ query, lines = 6, children }: LoadedProps<T>) {
  const t = useTranslate()
  const { data, error } = query
  if (data === undefined) {
    return error ? <LoadFailure error={error} onRetry={() => query.refetch()} /> : <Skeleton lines={lines} />
  }
  return (
    <div class="loaded" aria-busy={query.isPlaceholderData}>
      {error && (
        <p class="notice notice-warning" role="status">
          {t('error.stale')}{' '}
          <button type="button" class="link-button" onClick={() => query.refetch()}>
            {t('error.retry')}
          </button>
        </p>
      )}
      {children(data)}
    </div>
  )
}

function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslate()
  return (
    <div class="empty" role="alert">
      <h2>{t('error.title')}</h2>
      <p>{errorText(error, t)}</p>
      <button type="button" class="button" onClick={onRetry}>
        {t('error.retry')}
      </button>
    </div>
  )
}
