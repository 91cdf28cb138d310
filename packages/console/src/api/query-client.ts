/** The query client every screen shares: what is tried again, how long data counts as fresh, and the end of a session. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/preact-query'
import { ApiError } from './request.ts'
import { noticeSignedOut } from './session.ts'

const freshMs = 30_000
const maxRetries = 2

/** A request is tried again only where a second try can help: no answer, or a fault on the server's side. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  return failures < maxRetries && (error.status === 0 || error.status >= 500)
}

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeSignedOut(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => noticeSignedOut(client, error) }),
    defaultOptions: {
      queries: { retry: shouldRetry, retryDelay: (attempt) => 400 * 2 ** attempt, staleTime: freshMs },
      mutations: { retry: false },
    },
  })
  return client
}
