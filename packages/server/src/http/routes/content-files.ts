/**
 * Images and videos of the content folders. Only what articles may show leaves the folder (no SVG, no source files), and nothing
 * from outside it, whatever the path or a symbolic link says. No key: an `<img>` cannot send one, and articles are public help.
 */
import path from 'node:path'
import { FanalError } from '@fanal/contract'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { resolveInside } from '../../knowledge/content-files.ts'
import { mediaType } from '../../knowledge/media.ts'
import type { Services } from '../../services.ts'

/** Names carry no hash, so a replaced image must show soon. */
const maxAgeMs = 300_000

export function registerContentFileRoutes(app: FastifyInstance, services: Services): void {
  app.register(async (scope) => {
    if (!scope.hasReplyDecorator('sendFile')) {
      await scope.register(fastifyStatic, { root: import.meta.dirname, serve: false })
    }
    scope.get<{ Params: { project: string; '*': string } }>('/assets/content/:project/*', async (request, reply) => {
      const { project, '*': relative } = request.params
      const type = mediaType(relative)
      const folder = services.knowledge.get(project)?.folder ?? null
      const file = type === undefined || folder === null ? null : await resolveInside(folder, relative)
      if (type === undefined || file === null) {
        throw new FanalError('FILE_UNKNOWN', { path: relative.slice(0, 200), project: project.slice(0, 80) })
      }
      return reply
        .type(type)
        .header('x-content-type-options', 'nosniff')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .sendFile(path.basename(file), path.dirname(file), { maxAge: maxAgeMs, dotfiles: 'deny', index: false })
    })
  })
}
