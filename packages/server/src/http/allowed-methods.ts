/** Which methods an address takes: what the answer to any other one names. */
import type { FastifyInstance } from 'fastify'

interface KnownRoute {
  address: RegExp
  methods: readonly string[]
}

/**
 * Watches the routes that are added from here on.
 *
 * @returns the methods of a path without its query, such as `GET, HEAD`; empty where there is nothing at all
 */
export function watchMethods(app: FastifyInstance): (path: string) => string {
  const known: KnownRoute[] = []
  app.addHook('onRoute', ({ method, url }) => {
    known.push({ address: toAddress(url), methods: [method].flat() })
  })
  return (path) => {
    const methods = known.filter(({ address }) => address.test(path)).flatMap((route) => route.methods)
    return [...new Set(methods)].sort().join(', ')
  }
}

/** `:id` stands for one part of a path, a last `*` for the rest of it. */
function toAddress(pattern: string): RegExp {
  const parts = pattern.split('/').map((part, place, all) => {
    if (part.startsWith(':')) return '[^/]+'
    if (part === '*' && place === all.length - 1) return '.*'
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}$`)
}
