/** `GET /v1/config`: what the widget has to know on every page. */
import { paths, type WidgetConfig } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import type { KnowledgeBase } from '../../knowledge/knowledge.ts'
import { toWidgetConfig } from '../../knowledge/page-rules.ts'
import type { KeptPageUse } from '../../reports/keep-page-use.ts'
import type { Services } from '../../services.ts'
import { readQueryText } from '../read-query.ts'
import { requirePublicKey } from '../require-key.ts'
import { sendCacheable } from '../send-cacheable.ts'

/** A changed setting reaches pages within a minute; a server that is away for ten is not noticed. */
const cacheControl = 'max-age=60, stale-while-revalidate=600'

/** Rules follow what is read and voted on, but not with every signal: pages keep the answer that long anyway. */
const rulesKeptMs = 60_000
const maxKeptLocales = 20

interface KeptConfig {
  madeAt: number
  /** of what is known of use */
  version: number
  config: WidgetConfig
}

export function registerConfigRoutes(app: FastifyInstance, services: Services, pageUse: KeptPageUse): void {
  const kept = new WeakMap<KnowledgeBase, Map<string, KeptConfig>>()

  async function configOf(base: KnowledgeBase, locale: string | undefined): Promise<WidgetConfig> {
    const { use, version } = await pageUse.of(base.project)
    const byLocale = kept.get(base) ?? new Map<string, KeptConfig>()
    kept.set(base, byLocale)
    const key = locale ?? ''
    const known = byLocale.get(key)
    const madeAt = services.now()
    if (known && (known.version === version || madeAt - known.madeAt < rulesKeptMs)) return known.config
    const config = toWidgetConfig(base, locale, use)
    // What anybody writes into an address must not fill the memory.
    if (byLocale.size >= maxKeptLocales) byLocale.clear()
    byLocale.set(key, { madeAt, version, config })
    return config
  }

  app.get(paths.config, async (request, reply) => {
    const base = requirePublicKey(services, request)
    const locale = readQueryText(request, 'locale')
    // Who reads a language nobody writes here is helped in the others.
    const known = base.settings.locales.find((one) => one === locale)
    return sendCacheable(request, reply, await configOf(base, known), cacheControl)
  })
}
