/** Who is signed in: reading, opening and ending the console's session. The session itself is an HttpOnly cookie. */
import { type ConsoleSession, paths, type SignInRequest } from '@fanal/contract'
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { clearDrafts } from '../ui/draft.ts'
import { ApiError, request } from './request.ts'

export type SessionState =
  | { status: 'signed-in'; session: ConsoleSession }
  /** `expiredFor`: whose session ended by itself; null after signing out or before signing in */
  | { status: 'signed-out'; expiredFor: string | null }

const sessionKey = ['session'] as const

const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<SessionState> => {
    try {
      return { status: 'signed-in', session: await request<ConsoleSession>(paths.session, { signal }) }
    } catch (error) {
      if (isSignedOut(error)) return { status: 'signed-out', expiredFor: null }
      throw error
    }
  },
})

function setState(client: QueryClient, state: SessionState): void {
  client.setQueryData(sessionQuery.queryKey, state)
}

export function useSession() {
  return useQuery(sessionQuery)
}

/** Opens a session; whatever another person left in memory goes. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: SignInRequest) =>
      request<ConsoleSession>(paths.session, { method: 'POST', body: credentials }),
    onSuccess: (session) => {
      const before = client.getQueryData(sessionQuery.queryKey)
      const resumed = before?.status === 'signed-out' && before.expiredFor === session.person.email
      if (!resumed) clearDrafts()
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
      setState(client, { status: 'signed-in', session })
    },
  })
}

/** Ends the session and forgets everything that was read in it. */
export function useSignOut(csrfToken: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      try {
        await request<undefined>(paths.session, { method: 'DELETE', csrfToken })
      } catch (error) {
        // Already ended on the server: what was asked for is done.
        if (!isSignedOut(error)) throw error
      }
    },
    onSuccess: () => {
      clearDrafts()
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
      setState(client, { status: 'signed-out', expiredFor: null })
    },
  })
}

/** To be called with each failed request: an ended session brings back the sign-in page, at the same URL. */
export function noticeSignedOut(client: QueryClient, error: unknown): void {
  if (!isSignedOut(error)) return
  const before = client.getQueryData(sessionQuery.queryKey)
  if (before?.status !== 'signed-in') return
  setState(client, { status: 'signed-out', expiredFor: before.session.person.email })
}

/** The server asks for a key where no session cookie came along: the browser drops the cookie when the session's time is up. */
function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'SIGNED_OUT' || error.code === 'SECRET_KEY_REQUIRED')
}
