/**
 * Who may call a route: a page with a project's public key, a server with its secret key, or a signed-in person.
 * Every route that answers more than assets asks one of these first; what is not granted here is refused.
 * Source: docs/server.md#who-may-call
 */
import { FanalError, type Role } from '@fanal/contract'
import type { FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../config.ts'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import { hashSecret } from '../people/secret-key.ts'
import { equalSecrets, findSession, hasRole } from '../people/session.ts'
import type { Services } from '../services.ts'
import type { StoredPerson, StoredSession } from '../store/store.ts'
import { checkOrigin, isSameOrigin } from './cors.ts'
import { readSessionCookie } from './session-cookie.ts'

/** A caller who may see or change one project. */
export interface Access {
  project: string
  /** `by`: e-mail of the person, or `fanal` for a secret key */
  actor: { by: string; role: Role }
}

/**
 * The project of a public key, given as `key` in the body or the query, or as a header.
 *
 * @param given the key, where the route has read it already
 * @throws FanalError KEY_MISSING, KEY_UNKNOWN, KEY_SECRET_IN_BROWSER, ORIGIN_REFUSED
 */
export function requirePublicKey(services: Services, request: FastifyRequest, given?: unknown): KnowledgeBase {
  const key = given ?? readPublicKey(request)
  if (typeof key !== 'string' || key === '') throw new FanalError('KEY_MISSING')
  if (key.startsWith('sk_')) {
    services.log.error({ route: request.routeOptions.url }, 'a secret key was sent where a public one belongs')
    throw new FanalError('KEY_SECRET_IN_BROWSER')
  }
  const base = services.knowledge.byPublicKey(key)
  if (!base || !isKeyUsable(services, base)) throw new FanalError('KEY_UNKNOWN', { key: key.slice(0, 80) })
  checkOrigin(services, request, base)
  return base
}

/**
 * A program with the project's secret key.
 *
 * @throws FanalError SECRET_KEY_REQUIRED, KEY_UNKNOWN, PROJECT_UNKNOWN
 */
export async function requireSecretKey(services: Services, request: FastifyRequest): Promise<Access> {
  const key = readBearer(request)
  if (key === null) throw new FanalError('SECRET_KEY_REQUIRED')
  const hash = hashSecret(key)
  const projects = await services.store.projects.list()
  const own = projects.filter((project) => project.secretKeyHash === hash).map((project) => project.id)
  if (own.length === 0) throw new FanalError('KEY_UNKNOWN', { key: 'sk_…' })
  return { project: chooseProject(request, own), actor: { by: 'fanal', role: 'owner' } }
}

/**
 * A program with the secret key, or a person signed in to the console with at least the role. Changes by a person also
 * need the session's CSRF token, and an Origin that is ours.
 *
 * @throws FanalError SECRET_KEY_REQUIRED, SIGNED_OUT, ROLE_TOO_LOW, CSRF_REFUSED, PROJECT_UNKNOWN, KEY_UNKNOWN
 */
export async function requireSecretKeyOrSession(
  services: Services,
  request: FastifyRequest,
  minRole: Role,
): Promise<Access> {
  if (request.headers.authorization !== undefined) return requireSecretKey(services, request)
  if (readSessionCookie(services, request) === undefined) throw new FanalError('SECRET_KEY_REQUIRED')
  const { person } = await requireSession(services, request)
  if (!hasRole(person.role, minRole)) throw new FanalError('ROLE_TOO_LOW', { role: person.role, needed: minRole })
  const allowed = await projectsOf(services, person)
  return {
    project: chooseProject(
      request,
      allowed.map((project) => project.id),
    ),
    actor: { by: person.email, role: person.role },
  }
}

/** @throws FanalError SIGNED_OUT, CSRF_REFUSED */
export async function requireSession(
  services: Services,
  request: FastifyRequest,
): Promise<{ person: StoredPerson; session: StoredSession }> {
  const id = readSessionCookie(services, request)
  const found = id === undefined ? null : await findSession(services.store.people, id, services.now())
  if (!found) throw new FanalError('SIGNED_OUT')
  if (request.method !== 'GET' && request.method !== 'HEAD') checkCsrf(services, request, found.session)
  return found
}

/** Projects a person may see: theirs, of those that exist. */
export async function projectsOf(services: Services, person: StoredPerson): Promise<{ id: string; title: string }[]> {
  const projects = await services.store.projects.list()
  return projects
    .filter((project) => person.projects === null || person.projects.includes(project.id))
    .map(({ id, title }) => ({ id, title }))
}

/** `pk_<project>` is anybody's guess: where nobody chose a key, it opens only what this machine alone can reach. */
function isKeyUsable(services: Services, base: KnowledgeBase): boolean {
  return base.settings.keys?.public !== undefined || isLoopbackHost(services.config.host)
}

function checkCsrf(services: Services, request: FastifyRequest, session: StoredSession): void {
  const token = request.headers['x-fanal-csrf']
  const { origin } = request.headers
  if (typeof token !== 'string' || !equalSecrets(token, session.csrfToken)) throw new FanalError('CSRF_REFUSED')
  if (origin !== undefined && !isSameOrigin(services, request, origin)) throw new FanalError('CSRF_REFUSED')
}

/** The project named in `?project=`, or the only one there is. */
function chooseProject(request: FastifyRequest, allowed: readonly string[]): string {
  const named = readQuery(request, 'project')
  if (named !== undefined) {
    if (!allowed.includes(named)) throw new FanalError('PROJECT_UNKNOWN', { project: named.slice(0, 80) })
    return named
  }
  const [only] = allowed
  if (only === undefined) throw new FanalError('PROJECT_UNKNOWN', { project: '' })
  if (allowed.length > 1) {
    throw new FanalError('QUERY_INVALID', { parameter: 'project', reason: `name one of: ${allowed.join(', ')}` })
  }
  return only
}

function readPublicKey(request: FastifyRequest): unknown {
  const { body, headers } = request
  const inBody = typeof body === 'object' && body !== null && 'key' in body ? body.key : undefined
  return (
    inBody ??
    headers['x-fanal-key'] ??
    headers['x-algolia-api-key'] ??
    readQuery(request, 'key') ??
    readQuery(request, 'x-algolia-api-key')
  )
}

function readBearer(request: FastifyRequest): string | null {
  return /^Bearer +(sk_[\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

function readQuery(request: FastifyRequest, name: string): string | undefined {
  const { query } = request
  const value = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}
