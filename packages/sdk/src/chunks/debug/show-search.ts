/** The last search: how sure the index is of it, and why each article was found. */
import { uncertainBelow } from '@fanal/contract'
import { element } from '../../ui/element.ts'
import type { DebugTranslate } from './debug-words.ts'
import type { ExplainedHit, ExplainedSearch } from './explain-search.ts'

/** @param search null before anything was searched, `failed` where the index did not answer */
export function showSearch(t: DebugTranslate, search: ExplainedSearch | 'failed' | null, locale: string): HTMLElement {
  if (search === null || search === 'failed')
    return element('p', {}, t(search === null ? 'search.none' : 'search.failed'))
  const share = new Intl.NumberFormat(locale, { style: 'percent' })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const { query, confidence, contexts, hits } = search
  const sure = confidence !== undefined && {
    key: confidence < uncertainBelow ? ('search.unsure' as const) : ('search.sure' as const),
    values: { share: share.format(confidence) },
  }

  function reasonsOf({ score, coverage = 0, terms = {}, prior }: ExplainedHit): string[] {
    if (score === undefined) return []
    return [
      t('search.score', { score: number.format(score), share: share.format(coverage) }),
      ...Object.entries(terms).map(([term, fields]) => `${term}: ${fields.join(', ')}`),
      ...(prior?.value ? [t('search.prior', { why: prior.why, value: number.format(prior.value) })] : []),
      ...(prior?.use === undefined ? [] : [t('search.use', { value: share.format(prior.use) })]),
    ]
  }

  return element(
    'div',
    {},
    element('p', {}, t('search.query', { query }), sure && ` ${t(sure.key, sure.values)}`),
    element('p', {}, element('small', {}, contexts.join(' · '))),
    element(
      'ol',
      {},
      ...hits.map((hit, place) =>
        element(
          'li',
          {},
          element('b', {}, `${place + 1}`),
          element(
            'div',
            {},
            element('code', {}, hit.id),
            ...reasonsOf(hit).map((reason) => element('small', {}, reason)),
          ),
        ),
      ),
    ),
  )
}
