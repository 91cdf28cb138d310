/**
 * Signed links that open the recorder of flows in a page of the product: a pass for one project and a short time (JWT, HS256, pinned),
 * signed with a key derived from what is stored of the project's secret key. Whoever may make one could change the content anyway;
 * a new secret key ends every link.
 * Source: docs/flows-authoring.md#who-may-record
 */
import { createHmac } from 'node:crypto'
import { type AuthorLink, type AuthorPass, authorParameter, FanalError, limits } from '@fanal/contract'
import { jwtVerify, SignJWT } from 'jose'

export const defaultAuthorLinkMs = 3_600_000

/** Tells these passes from every other token. */
const audience = 'fanal-author'

export interface AuthorProject {
  id: string
  /** null where the project has no secret key yet: then nobody records */
  secretKeyHash: string | null
}

/**
 * @param now milliseconds since the epoch
 * @throws FanalError SECRET_KEY_REQUIRED where the project has none
 */
export async function makeAuthorLink(
  project: AuthorProject,
  { url, validMs = defaultAuthorLinkMs }: { url: string; validMs?: number },
  now: number,
): Promise<AuthorLink> {
  const key = signingKey(project)
  if (!key) throw new FanalError('SECRET_KEY_REQUIRED')
  const seconds = Math.floor((now + Math.min(validMs, limits.maxAuthorLinkMs)) / 1000)
  const pass = await new SignJWT({ project: project.id })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(seconds)
    .sign(key)
  const link = new URL(url)
  link.searchParams.set(authorParameter, pass)
  return { url: link.href, expiresAt: seconds * 1000 }
}

/**
 * @throws FanalError AUTHOR_LINK_REFUSED, in the same words whatever is wrong with it
 */
export async function checkAuthorPass(project: AuthorProject, pass: string, now: number): Promise<AuthorPass> {
  const key = signingKey(project)
  if (!key) throw new FanalError('AUTHOR_LINK_REFUSED')
  const { payload } = await jwtVerify(pass, key, {
    algorithms: ['HS256'],
    audience,
    requiredClaims: ['exp', 'iat'],
    maxTokenAge: limits.maxAuthorLinkMs / 1000,
    currentDate: new Date(now),
  }).catch((error: unknown) => {
    throw new FanalError('AUTHOR_LINK_REFUSED', {}, { cause: error })
  })
  if (payload.project !== project.id || payload.exp === undefined) throw new FanalError('AUTHOR_LINK_REFUSED')
  return { project: project.id, expiresAt: payload.exp * 1000 }
}

function signingKey({ secretKeyHash }: AuthorProject): Uint8Array | null {
  return secretKeyHash === null ? null : createHmac('sha256', secretKeyHash).update('fanal author link').digest()
}
