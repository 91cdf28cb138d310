/**
 * Which flow to offer on a first visit, if any. Pure.
 */
import { matchesPage, type WidgetConfig } from '@fanal/contract'
import type { VisitorContext } from '../../runtime.ts'

export type OfferedFlow = WidgetConfig['flows'][number]

/**
 * @param seen ids of the flows this visitor was offered already, or asked not to be offered now
 * @returns the one of highest priority, the first written among equals; null when there is none for this place
 */
export function flowToOffer(
  config: Pick<WidgetConfig, 'flows'> | null,
  context: Pick<VisitorContext, 'page' | 'feature'>,
  seen: ReadonlySet<string>,
): OfferedFlow | null {
  const fitting = (config?.flows ?? []).filter(
    ({ id, start }) =>
      start.when === 'first-visit' &&
      !seen.has(id) &&
      (start.page === undefined || matchesPage(start.page, context.page)) &&
      (start.feature === undefined || start.page !== undefined || start.feature === context.feature),
  )
  return fitting.reduce<OfferedFlow | null>(
    (best, flow) => (best && (best.start.priority ?? 0) >= (flow.start.priority ?? 0) ? best : flow),
    null,
  )
}
