/** The console's session cookie: `__Host-` and Secure on https, a plain name on http, which only loopback should use. */
import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionLifeMs } from '../people/session.ts'
import type { Services } from '../services.ts'

const secureName = '__Host-fanal'
const plainName = 'fanal'

export function readSessionCookie(services: Services, request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(services, request)] || undefined
}

export function setSessionCookie(services: Services, request: FastifyRequest, reply: FastifyReply, id: string): void {
  reply.setCookie(cookieName(services, request), id, {
    ...attributes(services, request),
    maxAge: sessionLifeMs / 1000,
  })
}

export function clearSessionCookie(services: Services, request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(services, request), attributes(services, request))
}

function cookieName(services: Services, request: FastifyRequest): string {
  return isSecure(services, request) ? secureName : plainName
}

function attributes(services: Services, request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(services, request) } as const
}

/** Behind a proxy that ends TLS only the public address tells that people came over https. */
function isSecure(services: Services, request: FastifyRequest): boolean {
  return request.protocol === 'https' || (services.config.publicUrl?.startsWith('https:') ?? false)
}
