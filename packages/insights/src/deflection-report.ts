/**
 * The deflection report: how many tickets help avoided, between which bounds, and what earned it.
 * Pure: the same history gives the same report, in any order and with any duplicates.
 * Source: docs/metrics.md#the-figures
 */
import type { DeflectionReport, EpisodeOutcome, ProjectSettings } from '@fanal/contract'
import { attribute, creditTable, type HelpedEpisode } from './attribution.ts'
import { Fraction } from './fraction.ts'
import { type HistoryInput, isWithin, type JudgedEpisode, readHistory } from './help-history.ts'
import { countVotes, helpfulnessTable, lastVotes } from './helpfulness.ts'
import { type HelpItem, isHelped, touchedItem } from './outcomes.ts'
import { rateOf, wilsonRate } from './wilson.ts'

/** What a ticket is taken to cost while nobody has said, euros. */
const hypothesisPerTicket = 10

export interface DeflectionInput extends HistoryInput {
  project: string
  /** milliseconds, included */
  from: number
  /** milliseconds, excluded */
  to: number
  /** probability that a helped visitor would otherwise have written, and where it is known from; default: a hypothesis of 0.5 */
  pi?: DeflectionReport['pi']
  /** of the period; where the cost per ticket is not known, a hypothesis of 10 € stands for it and is marked as one */
  costs?: ProjectSettings['costs']
}

/**
 * Computes the report of one period.
 *
 * @throws RangeError when π lies outside 0 to 1
 */
export function computeDeflection(input: DeflectionInput): DeflectionReport {
  const { project, from, to, now, windowMs, mode } = input
  const pi = input.pi ?? { value: 0.5, source: 'hypothesis' }
  if (!(pi.value >= 0 && pi.value <= 1)) throw new RangeError(`pi is ${pi.value}; it must lie between 0 and 1`)
  const history = readHistory(input)
  const sessions = history.sessions.filter((session) => isWithin(session.startAt, input))
  const engaged = history.episodes.filter(({ episode }) => isWithin(episode.startAt, input))
  const mature = engaged.filter((one) => one.mature)
  const outcomes = countOutcomes(mature)
  const e = mature.length - outcomes.post_ticket
  const t = history.tickets.filter((ticket) => isWithin(ticket.createdAt, input)).length
  const helped = mature.filter((one): one is JudgedEpisode & HelpedEpisode => isHelped(one.outcome))
  const inPeriod = history.signals.filter((signal) => isWithin(signal.at, input))
  const votes = countVotes(lastVotes(inPeriod, mode))
  const { avoided, lastTouch, shared } = attribute(helped, Fraction.decimal(pi.value), votes)
  return {
    project,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    now: new Date(now).toISOString(),
    windowMs,
    provisional: to + windowMs > now,
    mode,
    headline: mode === 'anonymous' ? 'session_resolution' : 'deflection',
    sessions: sessions.length,
    engagedEpisodes: engaged.length,
    notEngaged: sessions.filter((session) => session.engagedActs.length === 0).length,
    immature: engaged.length - mature.length,
    episodes: e,
    outcomes,
    pi,
    helpfulness: helpfulnessTable(listItems(mature, votes), votes),
    avoidedTickets: avoided.toNumber(),
    tickets: t,
    ...weighAgainstTickets(input, avoided, t, outcomes),
    selfServiceResolution: rateOf(helped.length, e),
    apparentRate: rateOf(e - outcomes.contacted, e),
    contactAfterHelp: rateOf(outcomes.contacted, e),
    abandon: rateOf(outcomes.abandoned, e),
    attribution: { lastTouch: creditTable(lastTouch), shared: creditTable(shared) },
    simulated: inPeriod.some((signal) => signal.simulated === true),
  }
}

/** The figures that set help against tickets. In anonymous mode nothing joins the two, so nothing is claimed. */
function weighAgainstTickets(
  { mode, costs }: DeflectionInput,
  avoided: Fraction,
  t: number,
  outcomes: Record<EpisodeOutcome, number>,
): Pick<DeflectionReport, 'deflection' | 'bounds' | 'saved'> {
  if (mode === 'anonymous') {
    return { deflection: wilsonRate(null, 0), bounds: { low: null, high: null }, saved: null }
  }
  const n = outcomes.explicit + outcomes.confirmed + outcomes.assumed
  const all = avoided.plus(Fraction.of(t, 1))
  const { perTicket, contentHours = 0, hourlyRate = 0, tool = 0, currency = 'EUR' } = costs ?? {}
  const costPerTicket = perTicket ?? hypothesisPerTicket
  const spent = contentHours * hourlyRate + tool
  return {
    deflection: wilsonRate(all.isZero() ? null : avoided.dividedBy(all).toNumber(), n + t),
    bounds: {
      low: rateOf(outcomes.explicit, outcomes.explicit + t).value,
      high: rateOf(n, n + t).value,
    },
    saved: {
      amount: avoided.times(Fraction.decimal(costPerTicket)).toNumber() - spent,
      currency,
      costPerTicket,
      spent,
      source: perTicket === undefined ? 'hypothesis' : 'settings',
    },
  }
}

function countOutcomes(episodes: readonly JudgedEpisode[]): Record<EpisodeOutcome, number> {
  const outcomes = { post_ticket: 0, contacted: 0, explicit: 0, confirmed: 0, assumed: 0, abandoned: 0 }
  for (const { outcome } of episodes) outcomes[outcome] += 1
  return outcomes
}

/** Everything read, completed or voted on: what the table of helpfulness has a line for. */
function listItems(episodes: readonly JudgedEpisode[], votes: ReadonlyMap<string, unknown>): HelpItem[] {
  const touched = episodes.flatMap(({ episode }) => episode.acts.map(touchedItem)).filter((item) => item !== null)
  return [...touched, ...[...votes.keys()].map((id): HelpItem => ({ kind: 'article', id }))]
}
