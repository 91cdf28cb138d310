/**
 * Asks the search index of the project, in the words of Algolia's Search API v1: `{project}_{locale}`, or every language of the
 * project where it has none of the widget's.
 */
import { paths, type WidgetConfig } from '@fanal/contract'
import { FetchProblem, type Runtime } from '../runtime.ts'

/**
 * @param ask path and body of the request, for the index of that name
 * @throws FetchProblem with the HTTP status, 0 when there was no answer; AbortError when `signal` says stop
 */
export async function askIndex<Answer>(
  runtime: Runtime,
  ask: (index: string) => { path: string; body: object },
  signal: AbortSignal,
): Promise<Partial<Answer>> {
  // The first request for the settings may have been lost; without them the index has no name.
  const { project, locales } =
    runtime.config ?? (await runtime.getJson<WidgetConfig>(paths.config, { key: runtime.key }))
  // Help in another language is better than none.
  const { path, body } = ask(locales.includes(runtime.locale) ? `${project}_${runtime.locale}` : project)
  let response: Response
  try {
    response = await fetch(runtime.host + path, {
      method: 'POST',
      credentials: 'omit',
      signal,
      headers: {
        'content-type': 'application/json',
        'x-algolia-api-key': runtime.key,
        'x-algolia-application-id': project,
      },
      body: JSON.stringify(body),
    })
  } catch (problem) {
    if (signal.aborted) throw problem
    throw new FetchProblem(0)
  }
  if (!response.ok) throw new FetchProblem(response.status)
  return response.json()
}
