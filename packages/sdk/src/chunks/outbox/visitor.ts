/**
 * In whose name a signal leaves: the visitor of the identity token that held when it happened. The token is read, never
 * checked, here: the server does that. Tokens stay in memory.
 */
import type { Happening, OutboxOptions } from '../../chunks.ts'

interface Claims {
  visitorId: string
  accountId?: string
  /** milliseconds since the epoch */
  expiresAt: number
}

export interface Visitors {
  /** Ids for the signal; {} where nobody is named. */
  nameOf(happening: Happening): { visitorId?: string; accountId?: string }
  /** A token that speaks for the visitor now; undefined where there is none that holds. */
  tokenOf(visitorId: string | undefined): string | undefined
  /** Asks the host for a token where it offered to give one and none holds; never rejects. */
  refresh(): Promise<void>
}

/** A token this close to its end is renewed before it is used. */
const renewBeforeMs = 30_000

/** @param now milliseconds since the epoch */
export function keepVisitors(
  getToken: OutboxOptions['getToken'],
  now: () => number,
  onProblem: (problem: unknown) => void,
): Visitors {
  const tokens = new Map<string, { token: string; expiresAt: number }>()
  let given: string | null = null

  function learn(token: string): Claims | null {
    const claims = readClaims(token)
    if (claims) tokens.set(claims.visitorId, { token, expiresAt: claims.expiresAt })
    return claims
  }

  return {
    nameOf({ token }) {
      const claims = token || given ? learn(token ?? given ?? '') : null
      if (!claims) return {}
      const { visitorId, accountId } = claims
      return { visitorId, ...(accountId && { accountId }) }
    },
    tokenOf(visitorId) {
      const known = tokens.get(visitorId ?? '')
      return known && known.expiresAt > now() ? known.token : undefined
    },
    async refresh() {
      if (!getToken || (given && (readClaims(given)?.expiresAt ?? 0) - renewBeforeMs > now())) return
      try {
        given = await getToken()
        if (given) learn(given)
      } catch (problem) {
        onProblem(problem)
      }
    },
  }
}

/** null where it is no JWT with a `sub`; the server says so too, so the signal leaves without a name. */
function readClaims(token: string): Claims | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0))
    const { sub, account, exp } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
    if (!sub) return null
    return {
      visitorId: String(sub),
      ...(account ? { accountId: String(account) } : {}),
      expiresAt: typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY,
    }
  } catch {
    return null
  }
}
