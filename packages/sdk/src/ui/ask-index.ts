/**
 * Asks the search index of the project, in the words of Algolia's Search API v1: the Fanal server's (`{project}_{locale}`, or every language
 * of the project where it has none of the widget's), or Algolia's where the settings say so.
 */
import { paths, type WidgetConfig } from '@fanal/contract'
import { FetchProblem } from '../runtime.ts'
import type { SearchProvider, SearchRuntime } from '../search-provider.ts'
import { toJson } from './to-json.ts'

/** As `SearchProvider.ask` of whichever provider the settings name. */
export async function askIndex<Answer>(
  runtime: SearchRuntime,
  ...asked: Parameters<SearchProvider['ask']>
): Promise<Partial<Answer>> {
  // The first request for the settings may have been lost; without them the index has no name.
  const config = runtime.config ?? (await runtime.getJson<WidgetConfig>(paths.config, { key: runtime.key }))
  const { search } = config
  const provider = search
    ? (await runtime.load('algolia')).openAlgolia(runtime, { ...config, search })
    : fanalServer(runtime, config)
  return provider.ask(...asked)
}

export function fanalServer(
  { host, key, locale }: Pick<SearchRuntime, 'host' | 'key' | 'locale'>,
  { project, locales }: Pick<WidgetConfig, 'project' | 'locales'>,
): SearchProvider {
  return {
    async ask(ask, signal) {
      // Help in another language is better than none.
      const { path, body } = ask(locales.includes(locale) ? `${project}_${locale}` : project)
      let response: Response
      try {
        response = await fetch(host + path, {
          method: 'POST',
          credentials: 'omit',
          signal,
          headers: {
            'content-type': 'application/json',
            'x-algolia-api-key': key,
            'x-algolia-application-id': project,
          },
          body: toJson(body),
        })
      } catch (problem) {
        if (signal.aborted) throw problem
        throw new FetchProblem(0)
      }
      if (!response.ok) throw new FetchProblem(response.status)
      return response.json()
    },
  }
}
