/** Where searches are asked, and what this device answers where they cannot be. */
import type { AlgoliaSettings, SearchHit, WidgetConfig } from '@fanal/contract'
import type { Runtime } from './runtime.ts'

/** Where searches are asked: the Fanal server, or Algolia. Both speak Algolia's Search API v1. */
export interface SearchProvider {
  /**
   * @param ask path and body of a request, for the index of that name
   * @throws FetchProblem with the HTTP status, 0 when there was no answer; AbortError when `signal` says stop
   */
  ask<Answer>(ask: (index: string) => { path: string; body: object }, signal: AbortSignal): Promise<Partial<Answer>>
}

/** Settings of a project that is searched at Algolia. */
export type AlgoliaConfig = Pick<WidgetConfig, 'locales'> & { search: AlgoliaSettings }

/** What a provider of searches needs of the runtime. */
export type SearchRuntime = Pick<
  Runtime,
  'key' | 'host' | 'locale' | 'config' | 'mayStore' | 'getJson' | 'load' | 'on' | 'onDestroy'
>

/** An answer of this device in the place of the index's. */
export interface DeviceAnswer {
  hits: SearchHit[]
  nbHits: number
  /** how likely it is that one of the first three answers, 0 to 1; missing where only what was read is searched */
  confidence?: number
}

/** The whole help, without the bodies of its articles. */
export interface DeviceIndex {
  /** Best first, at most ten; the same as the server's. */
  search(query: string): DeviceAnswer
  outline(id: string): { title: string; summary: string | null } | undefined
}
