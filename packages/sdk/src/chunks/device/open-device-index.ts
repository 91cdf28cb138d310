/**
 * Answers searches from the whole help as this device keeps it: with the server's own ranking (packages/search), so that the same question
 * finds the same articles in the same order. Bodies are not there; what is shown of an article is its title, summary and category.
 * Source: docs/search.md#the-index-on-the-device
 */
import type { SearchHit } from '@fanal/contract'
import { type CompactIndex, highlight, type Outline, readCompactIndex } from '@fanal/search'
import type { DeviceIndex } from '../../search-provider.ts'

const maxHits = 10
/** The marks of the search view (chunks/search/split-highlight.ts): two characters that no article holds. */
const marks = { preTag: '\ue000', postTag: '\ue001' }

/**
 * @param text as `GET /v1/device-index` answered it
 * @throws SyntaxError, RangeError for what another version kept
 */
export function openDeviceIndex(text: string): DeviceIndex {
  const { index, outlines } = readCompactIndex(JSON.parse(text) as CompactIndex)

  function toHit(query: string, { id, locale, title, summary, category }: Outline): SearchHit {
    const marking = { concepts: index.concepts(query, locale), locale, ...marks }
    return {
      objectID: id,
      title,
      summary,
      category,
      locale,
      _highlightResult: { title: highlight(title, marking), summary: highlight(summary ?? '', marking) },
      _snippetResult: {},
    }
  }

  return {
    search(query) {
      const { hits, total, confidence } = index.search(query, { limit: maxHits })
      const shown = hits.flatMap(({ id }) => outlines.get(id) ?? [])
      return { hits: shown.map((outline) => toHit(query, outline)), nbHits: total, confidence }
    },
    outline: (id) => outlines.get(id),
  }
}
