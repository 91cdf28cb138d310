/** Each report as rows. Rates are fractions from 0 to 1, as in the JSON. */
import type {
  ArticlesReport,
  BacklogItem,
  DeflectionReport,
  FlowsReport,
  PagesReport,
  Rate,
  SearchesReport,
} from '@fanal/contract'
import type { Cell, Rows } from './rows.ts'

export function deflectionRows(report: DeflectionReport): Rows {
  const { outcomes, deflection, bounds, saved } = report
  const count = (name: string, value: Cell): Cell[] => [name, value, null, null, null]
  const rate = (name: string, { value, low, high, n }: Rate): Cell[] => [name, value, low, high, n]
  return {
    columns: ['figure', 'value', 'low', 'high', 'n'],
    rows: [
      rate('deflection', deflection),
      ['deflection bounds', null, bounds.low, bounds.high, null],
      rate('self-service resolution', report.selfServiceResolution),
      rate('apparent rate', report.apparentRate),
      rate('contact after help', report.contactAfterHelp),
      rate('abandon', report.abandon),
      count('avoided tickets', report.avoidedTickets),
      count('tickets', report.tickets),
      count(
        `saved (${saved?.currency ?? 'EUR'}${saved?.source === 'hypothesis' ? ', hypothesis' : ''})`,
        saved?.amount ?? null,
      ),
      count(`pi (${report.pi.source})`, report.pi.value),
      count('sessions', report.sessions),
      count('engaged episodes', report.engagedEpisodes),
      count('sessions not engaged', report.notEngaged),
      count('immature episodes', report.immature),
      count('episodes', report.episodes),
      ...Object.entries(outcomes).map(([outcome, value]) => count(`outcome ${outcome}`, value)),
      ...report.attribution.lastTouch.map(({ kind, id, credit }) => count(`credit, last touch: ${kind} ${id}`, credit)),
      ...report.attribution.shared.map(({ kind, id, credit }) => count(`credit, shared: ${kind} ${id}`, credit)),
      ...report.helpfulness.map(({ kind, id, h, yes, no }) => [`helpfulness: ${kind} ${id}`, h, null, null, yes + no]),
    ],
  }
}

export function searchesRows({ committed, noResult, failed, clickThrough, terms }: SearchesReport): Rows {
  return {
    columns: ['query', 'count', 'accounts', 'no result', 'clicked', 'share failed'],
    rows: [
      [
        'all searches',
        committed,
        null,
        Math.round((noResult.value ?? 0) * committed),
        Math.round((clickThrough.value ?? 0) * committed),
        failed.value,
      ],
      ...terms.map(({ query, count, accounts, noResult: none, clicked }) => [
        query,
        count,
        accounts,
        none,
        clicked,
        null,
      ]),
    ],
  }
}

export function articlesRows({ articles }: ArticlesReport): Rows {
  return {
    columns: ['article', 'title', 'opened', 'read', 'yes', 'no', 'h', 'contact after read'],
    rows: articles.map(({ id, title, opened, read, yes, no, h, contactAfterRead }) => [
      id,
      title,
      opened,
      read,
      yes,
      no,
      h,
      contactAfterRead,
    ]),
  }
}

/** A line for each flow, then one for each of its steps; `share` is the flow's completion, or those who passed of those who saw the step. */
export function flowsRows({ flows, activation }: FlowsReport): Rows {
  const days = (ms: number) => ms / 86_400_000
  return {
    columns: [
      'flow',
      'step',
      'title',
      'seen',
      'passed',
      'share',
      'verified',
      'failed',
      'left',
      'contacted',
      'median s',
    ],
    rows: [
      ...flows.flatMap((flow): Cell[][] => [
        [
          flow.flowId,
          '',
          flow.title,
          flow.starts,
          flow.completed,
          flow.completion.value,
          null,
          flow.failed,
          flow.left,
          flow.contacted,
          seconds(flow.medianMs),
        ],
        ...flow.steps.map((step): Cell[] => [
          flow.flowId,
          step.stepId,
          step.title,
          step.seen,
          step.passed,
          step.seen > 0 ? step.passed / step.seen : null,
          step.verified,
          step.failed,
          step.left,
          step.contacted,
          seconds(step.medianMs),
        ]),
      ]),
      ...(activation
        ? [
            [
              `activation: ${activation.milestone} within ${days(activation.withinMs)} d`,
              '',
              null,
              activation.accounts,
              null,
              activation.reached.value,
              null,
              null,
              null,
              null,
              seconds(activation.medianMs),
            ],
          ]
        : []),
    ],
  }
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000)
}

export function pagesRows({ base, sessions, contacts, contactRate, pages }: PagesReport): Rows {
  const all = `all pages (sessions with ${base === 'page_viewed' ? 'page views' : 'any signal'})`
  return {
    columns: ['page', 'lift', 'low', 'high', 'sessions', 'contacts', 'contact rate', 'suggestions'],
    rows: [
      [all, null, null, null, sessions, contacts, contactRate.value, ''],
      ...pages.map(({ page, lift, suggestions, ...line }) => [
        page,
        lift.value,
        lift.low,
        lift.high,
        line.sessions,
        line.contacts,
        line.contactRate.value,
        suggestions === null ? 'unknown' : suggestions.join(', ') || 'none',
      ]),
    ],
  }
}

export function backlogRows(items: readonly BacklogItem[]): Rows {
  return {
    columns: [
      'score',
      'title',
      'kind',
      'state',
      'diagnosis',
      'accounts',
      'episodes',
      'severity',
      'last seen',
      'article',
      'id',
    ],
    rows: items.map((item) => [
      item.score,
      item.title,
      item.kind,
      item.state,
      item.diagnosis,
      item.accounts,
      item.episodes,
      item.severity,
      item.lastSeenAt.slice(0, 10),
      item.articleId,
      item.id,
    ]),
  }
}
