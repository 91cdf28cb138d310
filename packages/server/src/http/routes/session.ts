/** `/v1/session`: signing in to the console, who is signed in, signing out. */
import { type ConsoleSession, FanalError, paths } from '@fanal/contract'
import { signInSchema } from '@fanal/contract/schema'
import type { FastifyInstance } from 'fastify'
import { hashSecret } from '../../people/secret-key.ts'
import { openSession } from '../../people/session.ts'
import { createSignIn } from '../../people/sign-in.ts'
import type { Services } from '../../services.ts'
import type { StoredPerson, StoredSession } from '../../store/store.ts'
import { isSameOrigin } from '../cors.ts'
import { parseBody } from '../parse-body.ts'
import { projectsOf, requireSession } from '../require-key.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../session-cookie.ts'

export function registerSessionRoutes(app: FastifyInstance, services: Services): void {
  const { people } = services.store
  const signIn = createSignIn(people)

  app.post(paths.session, async (request, reply) => {
    const { origin } = request.headers
    // Another site must not sign a person in as somebody of its choosing.
    if (origin !== undefined && !isSameOrigin(services, request, origin)) throw new FanalError('CSRF_REFUSED')
    const person = await signIn(parseBody(signInSchema, request.body), request.ip, services.now())
    const previous = readSessionCookie(services, request)
    if (previous !== undefined) await people.removeSession(hashSecret(previous))
    const { id, session } = await openSession(people, person.email, services.now())
    setSessionCookie(services, request, reply, id)
    return toAnswer(services, person, session)
  })

  app.get(paths.session, async (request) => {
    const { person, session } = await requireSession(services, request)
    return toAnswer(services, person, session)
  })

  app.delete(paths.session, async (request, reply) => {
    const { session } = await requireSession(services, request)
    await people.removeSession(session.idHash)
    clearSessionCookie(services, request, reply)
    return reply.code(204).send()
  })
}

async function toAnswer(services: Services, person: StoredPerson, session: StoredSession): Promise<ConsoleSession> {
  const projects = await projectsOf(services, person)
  return {
    person: { email: person.email, name: person.name, role: person.role },
    projects: projects.map((project) => {
      const base = services.knowledge.get(project.id)
      return base ? { ...project, publicKey: base.publicKey } : project
    }),
    csrfToken: session.csrfToken,
  }
}
