/** Who the visitor is, as the host's server signed it. The token is read, never checked, here: the server does that. In memory only. */
import type { Identity } from '../../runtime.ts'

export interface IdentityKeeper {
  /** null in anonymous mode, and once the token has expired */
  current(now: number): Identity | null
  set(token: string): void
  /** Asks the host for a token where there is none that holds and the host offered to give one; never rejects. */
  fresh(now: number): Promise<void>
  forget(): void
}

/** A token this close to its end is renewed before it is used. */
const renewBeforeMs = 30_000

export function keepIdentity(
  getToken: (() => string | null | Promise<string | null>) | undefined,
  onProblem: (problem: unknown) => void,
): IdentityKeeper {
  let known: (Identity & { expiresAt: number }) | null = null
  let asking: Promise<void> | undefined
  const keeper: IdentityKeeper = {
    current(now) {
      if (!known || known.expiresAt <= now) return null
      const { token, visitorId, accountId } = known
      return { token, visitorId, ...(accountId && { accountId }) }
    },
    set(token) {
      known = readToken(token)
    },
    fresh(now) {
      if (!getToken || (known && known.expiresAt - renewBeforeMs > now)) return Promise.resolve()
      asking ??= ask(getToken)
      return asking
    },
    forget() {
      known = null
    },
  }
  async function ask(get: NonNullable<typeof getToken>): Promise<void> {
    try {
      const token = await get()
      if (token) keeper.set(token)
    } catch (problem) {
      onProblem(problem)
    }
    asking = undefined
  }
  return keeper
}

/** @throws Error when it is no JWT with a `sub` */
function readToken(token: string): Identity & { expiresAt: number } {
  const claims = readClaims(token)
  if (!claims?.sub)
    throw new Error('identify: the token is no JWT with a "sub". Sign it on your server (docs/embed.md).')
  return {
    token,
    visitorId: String(claims.sub),
    ...(claims.account ? { accountId: String(claims.account) } : {}),
    expiresAt: typeof claims.exp === 'number' ? claims.exp * 1000 : Number.POSITIVE_INFINITY,
  }
}

function readClaims(token: unknown): { sub?: unknown; account?: unknown; exp?: unknown } | null {
  try {
    const payload = String(token).split('.')[1] ?? ''
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
