/** Which lines of a hit stand under its title. */
import type { SearchHit } from '@fanal/contract'

/** The passage that matched, where the title alone does not tell; else the summary. */
export function snippetOf(hit: SearchHit): string {
  const snippets = Object.entries(hit._snippetResult ?? {})
  const best =
    snippets.find(([name, { matchLevel }]) => name !== 'title' && matchLevel === 'full') ??
    snippets.find(([name, { matchLevel }]) => name !== 'title' && matchLevel === 'partial')
  return best?.[1].value ?? hit._highlightResult?.summary?.value ?? hit.summary ?? ''
}
