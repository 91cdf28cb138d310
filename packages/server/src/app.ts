/**
 * Builds the HTTP application from services: no listen() here, so that tests call it without a socket.
 */

import { limits } from '@fanal/contract'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { registerCors } from './http/cors.ts'
import { registerErrorReplies } from './http/error-replies.ts'
import type { Services } from './services.ts'

export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    // Fastify's own lines carry addresses and query strings; ours carry neither.
    disableRequestLogging: true,
    bodyLimit: limits.maxBodyBytes,
  })
  registerErrorReplies(app, services)
  await app.register(cookie)
  registerCors(app, services)
  return app
}
