/** Where the visitor is, as the search index reads it: docs/search.md#algolia */
import type { Runtime } from '../runtime.ts'
import { placeOf } from './place.ts'

export function ruleContexts(runtime: Runtime): string[] {
  const { page, topics, errors, feature } = placeOf(runtime)
  return Object.entries({ page, topic: topics, error: errors, feature: feature ?? [] }).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}:${value}`),
  )
}
