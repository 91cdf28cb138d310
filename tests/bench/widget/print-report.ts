/**
 * One table: a line for each figure, ours first, best and median of the runs, then whether ours keeps to its limit (docs/embed.md). The limits
 * that name a peer are held against the same figure of that peer, from the same runs.
 */
import type { CpuFigures } from './measure-cpu.ts'
import type { LeftFigures } from './measure-left.ts'
import type { ViewFigures } from './measure-view.ts'

/** Everything measured of one subject. */
export interface Measured {
  name: string
  /** by slowdown, each run */
  cpu: Record<number, CpuFigures[]>
  /** by slowdown; the pointer rests on the button before it clicks, as a hand does */
  views: Record<number, ViewFigures[]>
  /** at full speed, the pointer clicks as it arrives */
  abrupt: ViewFigures[]
  left: LeftFigures
}

interface Row {
  label: string
  /** one of each run; null where the subject has no such thing */
  of: (measured: Measured) => readonly number[] | null
  digits?: number
  limit?: number
  /** times the best figure of this subject, at most */
  against?: { name: string; times: number }
}

const cpuRows = (slowdown: number): Row[] => {
  const of = (read: (figures: CpuFigures) => number) => (measured: Measured) => (measured.cpu[slowdown] ?? []).map(read)
  const opens = (read: (figures: CpuFigures) => number) => (measured: Measured) =>
    measured.name === 'empty page' ? null : of(read)(measured)
  const atFullSpeed = slowdown === 1
  const opening = ({ opening: { script, style, layout } }: CpuFigures) => script + style + layout
  return [
    { label: `script at load, ms, ${slowdown}×`, of: of(({ load }) => load.script), ...(atFullSpeed && { limit: 2 }) },
    {
      label: `main thread at load, ms, ${slowdown}×`,
      of: of(({ load }) => load.all),
      against: { name: 'empty page', times: 2 },
    },
    {
      label: `blocking at load, ms, ${slowdown}×`,
      of: of(({ load }) => load.blocking),
      // The page by itself may take its time; the widget adds nothing to that.
      ...(slowdown > 1 && { against: { name: 'empty page', times: 1 } }),
    },
    {
      label: `opening: script+style+layout, ms, ${slowdown}×`,
      of: opens(opening),
      ...(atFullSpeed && { limit: 16 }),
      against: { name: 'DocSearch 3', times: 0.5 },
    },
    { label: `  of it script, ms, ${slowdown}×`, of: opens((figures) => figures.opening.script) },
    { label: `  of it style, ms, ${slowdown}×`, of: opens((figures) => figures.opening.style) },
    { label: `  of it layout, ms, ${slowdown}×`, of: opens((figures) => figures.opening.layout) },
    {
      label: `click to useful content, ms, ${slowdown}×`,
      of: ({ name, views }) => (name === 'empty page' ? null : (views[slowdown] ?? []).map(({ usefulMs }) => usefulMs)),
      digits: 0,
    },
  ]
}

const viewOf = (read: (figures: ViewFigures) => number) => (measured: Measured) => (measured.views[1] ?? []).map(read)

const rows: Row[] = [
  ...cpuRows(1),
  {
    label: '  clicked on arrival, ms, 1×',
    of: ({ name, abrupt }) => (name === 'empty page' ? null : abrupt.map(({ usefulMs }) => usefulMs)),
    digits: 0,
  },
  ...cpuRows(4),
  { label: 'files before the click, B', of: viewOf((view) => view.beforeClick.files), digits: 0, limit: 2300 },
  { label: 'files until useful content, B', of: viewOf((view) => view.useful.files), digits: 0, limit: 14_000 },
  { label: 'files for all views, B', of: viewOf((view) => view.allViews.files), digits: 0 },
  { label: 'on the wire before the click, B', of: viewOf((view) => view.beforeClick.wire), digits: 0 },
  { label: 'on the wire until useful, B', of: viewOf((view) => view.useful.wire), digits: 0 },
  { label: 'requests before the click', of: viewOf((view) => view.beforeClick.requests), digits: 0, limit: 3 },
  { label: 'requests until useful content', of: viewOf((view) => view.useful.requests), digits: 0 },
  { label: 'layout shift', of: viewOf((view) => view.layoutShift), digits: 3, limit: 0 },
  { label: 'back/forward cache missed', of: viewOf((view) => Number(!view.restored)), digits: 0, limit: 0 },
  { label: 'nodes left by each opening', of: ({ left }) => [left.perCycle.nodes], digits: 2, limit: 0 },
  { label: 'listeners left by each opening', of: ({ left }) => [left.perCycle.listeners], digits: 2, limit: 0 },
  {
    label: 'nodes in the page after destroy',
    of: ({ left }) => left.held && [left.held.nodes],
    digits: 0,
    against: { name: 'empty page', times: 1 },
  },
  {
    label: 'listeners in the page after destroy',
    of: ({ left }) => left.held && [left.held.listeners],
    digits: 0,
    against: { name: 'empty page', times: 1 },
  },
]

const labelWidth = 40
const figureWidth = 14

/** @param all ours first */
export function printReport(all: readonly Measured[], about: { browser: string; runs: number }): void {
  console.log(
    `Chromium ${about.browser}, fresh profile each time, best / median of ${about.runs}; limits are held against the best.\n`,
  )
  const line = (label: string, cells: string[], verdict: string) =>
    console.log(
      `${label.padEnd(labelWidth)}${cells.map((cell) => cell.padStart(figureWidth)).join('')}  ${verdict}`.trimEnd(),
    )
  line(
    '',
    all.map(({ name }) => name),
    'limit',
  )
  for (const row of rows)
    line(
      row.label,
      all.map((measured) => show(row.of(measured), row.digits ?? 1)),
      judge(row, all),
    )
}

const best = (figures: readonly number[]) => Math.min(...figures)

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function show(figures: readonly number[] | null, digits: number): string {
  if (!figures) return '–'
  const [low, middle] = [best(figures).toFixed(digits), median(figures).toFixed(digits)]
  return low === middle ? low : `${low} / ${middle}`
}

/** `pass` or `short`, and the limit in figures. */
function judge({ of, limit, against, digits = 1 }: Row, all: readonly Measured[]): string {
  const [ours] = all
  const figures = ours && of(ours)
  if (!figures) return ''
  const peer = all.find(({ name }) => name === against?.name)
  const theirs = peer && of(peer)
  const limits = [
    ...(limit === undefined ? [] : [{ most: limit, told: `≤ ${limit}` }]),
    ...(against && theirs
      ? [{ most: best(theirs) * against.times, told: `≤ ${(best(theirs) * against.times).toFixed(digits)}` }]
      : []),
  ]
  if (!limits.length) return ''
  const kept = limits.every(({ most }) => best(figures) <= most)
  return `${kept ? 'pass' : 'SHORT'} ${limits.map(({ told }) => told).join(', ')}`
}
