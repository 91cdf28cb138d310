/**
 * Decides whose signals and contacts these are. Only the host's server can say so: a JWT it signed (HS256, pinned) wins over
 * whatever the page claims. In anonymous mode no identity is kept, signed or not: that is what the project promised.
 * Source: docs/server.md#identity
 */
import { FanalError, type PrivacyMode } from '@fanal/contract'
import { idText } from '@fanal/contract/schema'
import { errors as joseErrors, jwtVerify } from 'jose'

export interface Identity {
  visitorId?: string
  accountId?: string
  /** the host signed it */
  verified: boolean
}

/** What one item of a request claims about who sent it. */
export interface Claim {
  visitorId?: string
  accountId?: string
}

/** Turns an item's claim into the identity to keep. */
export type IdentityRule = (claim: Claim) => Identity

/**
 * @param secret HS256 secret shared with host applications; null refuses every token
 * @param now milliseconds since the epoch, what `exp` and `nbf` are compared with
 * @returns the rule for every item of the request
 * @throws FanalError TOKEN_INVALID for a token that is there but wrong
 */
export async function readIdentity(
  token: string | undefined,
  mode: PrivacyMode,
  secret: string | null,
  now: number,
): Promise<IdentityRule> {
  const signed = token === undefined ? null : await verifyToken(token, secret, now)
  if (mode === 'anonymous') return () => ({ verified: false })
  if (signed) return () => signed
  return ({ visitorId, accountId }) => ({
    ...(visitorId === undefined ? {} : { visitorId }),
    ...(accountId === undefined ? {} : { accountId }),
    verified: false,
  })
}

async function verifyToken(token: string, secret: string | null, now: number): Promise<Identity> {
  if (secret === null) throw refused('this server has no FANAL_IDENTITY_SECRET to check it with')
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    requiredClaims: ['sub', 'exp'],
    currentDate: new Date(now),
  }).catch((error: unknown) => {
    throw refused(reasonOf(error), error)
  })
  const visitor = idText.safeParse(payload.sub)
  const account = idText.exactOptional().safeParse(payload.account)
  if (!visitor.success) throw refused('"sub" must be 1 to 200 characters without control characters')
  if (payload.account !== undefined && !account.success) {
    throw refused('"account" must be text of 1 to 200 characters without control characters')
  }
  return {
    visitorId: visitor.data,
    ...(account.data === undefined ? {} : { accountId: account.data }),
    verified: true,
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof joseErrors.JWTExpired) return 'it has expired'
  if (error instanceof joseErrors.JWTClaimValidationFailed) return `its claim "${error.claim}" is missing or wrong`
  if (error instanceof joseErrors.JWSSignatureVerificationFailed) return 'its signature does not match'
  if (error instanceof joseErrors.JOSEAlgNotAllowed) return 'it is not signed with HS256'
  return 'it is not a signed JWT'
}

function refused(reason: string, cause?: unknown): FanalError {
  return new FanalError('TOKEN_INVALID', { reason }, { cause })
}
