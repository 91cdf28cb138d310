/**
 * The built widget (`/fanal.js`, `/assets/*`) and the built console (`/console`): files of the sibling packages' dist folders.
 * Hashed names never change and are cached for ever; entry files are asked for again.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FanalError, paths } from '@fanal/contract'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Services } from '../../services.ts'
import { consolePolicy } from '../security-headers.ts'

const immutable = 'public, max-age=31536000, immutable'
/** A new widget reaches pages within five minutes; meanwhile nobody waits for it. */
const loaderCache = 'public, max-age=300, stale-while-revalidate=86400'

type FileRoute = { Params: { '*': string } }

export async function registerBuiltFileRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { sdkDir, consoleDir } = services.config
  await app.register(fastifyStatic, { root: sdkDir, serve: false, cacheControl: false, preCompressed: true })

  app.get(paths.loader, async (_request, reply) => {
    requireBuilt(join(sdkDir, 'fanal.js'), 'The widget')
    return openToEveryPage(reply).header('cache-control', loaderCache).sendFile('fanal.js', sdkDir)
  })

  app.get<FileRoute>(`${paths.assets}*`, async (request, reply) => {
    requireFile(join(sdkDir, 'assets'), paths.assets, request.params['*'])
    return openToEveryPage(reply)
      .header('cache-control', immutable)
      .sendFile(request.params['*'], join(sdkDir, 'assets'))
  })

  app.get<FileRoute>(`${paths.console}/assets/*`, async (request, reply) => {
    requireFile(join(consoleDir, 'assets'), `${paths.console}/assets/`, request.params['*'])
    return reply.header('cache-control', immutable).sendFile(request.params['*'], join(consoleDir, 'assets'))
  })

  for (const path of [paths.console, `${paths.console}/*`]) {
    app.get(path, async (_request, reply) => {
      requireBuilt(join(consoleDir, 'index.html'), 'The console')
      return reply
        .header('cache-control', 'no-cache')
        .header('content-security-policy', consolePolicy)
        .header('referrer-policy', 'same-origin')
        .sendFile('index.html', consoleDir)
    })
  }
}

/** Any page may load the widget, whatever isolation it asks of its own resources. */
function openToEveryPage(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
}

function requireBuilt(file: string, part: string): void {
  if (!existsSync(file)) throw new FanalError('NOT_BUILT', { part })
}

/** A missing file is an ordinary 404: it must not go out with the cache headers of a hashed name. */
function requireFile(folder: string, address: string, name: string): void {
  if (name.split(/[\\/]/).includes('..') || !existsSync(join(folder, name))) {
    throw new FanalError('ROUTE_UNKNOWN', { method: 'GET', path: (address + name).slice(0, 200) })
  }
}
