/**
 * Which flow to offer on a first visit, if any: fit for the place, not refused, within the caps. Pure.
 * Source: docs/content.md#when-a-flow-offers-itself
 */
import { matchesPage, type OfferSettings, type WidgetConfig } from '@fanal/contract'
import type { VisitorContext } from '../../runtime.ts'

export type OfferedFlow = WidgetConfig['flows'][number]

/** The offers of one flow to one visitor. */
export interface OfferRecord {
  id: string
  /** when it was shown, milliseconds since the epoch, oldest first */
  at: number[]
  /** put off until then; missing: not again by itself */
  until?: number
  /** accepted: it did not disturb */
  accepted?: boolean
}

export const defaultOffers: Required<OfferSettings> = { perSession: 2, perWeek: 5, snooze: 24 * 3_600_000 }
/** How often one flow is offered at most, each « Plus tard » included. */
const defaultCap = 3
const weekMs = 7 * 24 * 3_600_000

/**
 * @param sessionStart when the visitor's session began, milliseconds: what was offered since counts against `perSession`
 * @returns the one of highest priority, the first written among equals; null when there is none for this place and time
 */
export function flowToOffer(
  config: Pick<WidgetConfig, 'flows' | 'offers'> | null,
  context: Pick<VisitorContext, 'page' | 'feature'>,
  records: readonly OfferRecord[],
  sessionStart: number,
  now: number,
): OfferedFlow | null {
  const { perSession, perWeek } = { ...defaultOffers, ...config?.offers }
  const disturbed = records.flatMap(({ at, accepted }) => (accepted ? at.slice(0, -1) : at))
  const since = (moment: number) => disturbed.filter((at) => at > moment).length
  if (since(sessionStart) >= perSession || since(now - weekMs) >= perWeek) return null
  const fitting = (config?.flows ?? []).filter(
    ({ id, start }) =>
      fits(start, context) &&
      isOpen(
        records.find((record) => record.id === id),
        start,
        now,
      ),
  )
  return fitting.reduce<OfferedFlow | null>(
    (best, flow) => (best && (best.start.priority ?? 0) >= (flow.start.priority ?? 0) ? best : flow),
    null,
  )
}

/** On its page; and in its feature, where the host says what the visitor is doing or no page is named. */
function fits({ when, page, feature }: OfferedFlow['start'], context: Pick<VisitorContext, 'page' | 'feature'>) {
  const doing = context.feature ?? (page === undefined ? undefined : feature)
  return (
    when === 'first-visit' &&
    (page === undefined || matchesPage(page, context.page)) &&
    (feature === undefined || feature === doing)
  )
}

function isOpen(record: OfferRecord | undefined, { cap = defaultCap }: OfferedFlow['start'], now: number): boolean {
  return !record || (record.until !== undefined && record.until <= now && record.at.length < cap)
}
