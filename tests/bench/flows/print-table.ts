/** One line for each scenario, ours first; then what survives a release, and what it costs. */
import type { Cost } from './measure-cost.ts'
import type { Verdict } from './stage.ts'
import type { Survival } from './survival.ts'

export interface Results {
  /** names, ours first */
  subjects: readonly string[]
  rows: readonly { name: string; verdicts: readonly Verdict[] }[]
  /** by subject; empty where they were not measured */
  survival: readonly Survival[]
  costs: readonly Cost[]
  browser: string
}

const columnChars = 44

export function printTable({ subjects, rows, survival, costs, browser }: Results): void {
  const line = (name: string, cells: readonly string[]) =>
    console.log(
      [name.padEnd(72), ...cells.map((cell) => cell.slice(0, columnChars).padEnd(columnChars))].join('  ').trimEnd(),
    )
  console.log(`Chromium ${browser}`)
  line('', subjects)
  for (const { name, verdicts } of rows)
    line(
      name,
      verdicts.map((verdict) => (verdict === null ? 'pass' : `FAIL ${verdict}`)),
    )
  line(
    `of ${rows.length} scenarios`,
    subjects.map((_, place) => `${rows.filter(({ verdicts }) => verdicts[place] === null).length} pass`),
  )
  if (survival.length > 0)
    line(
      'targets after a release',
      survival.map(({ right, wrong, missing }) => `${right} right, ${wrong} wrong, ${missing} not found`),
    )
  if (costs.length > 0) {
    line(
      'scripts and styles until the first step shows, brotli',
      costs.map(({ bytes }) => `${bytes} B`),
    )
    const [own] = costs
    line(
      'main thread for each step (script, style, layout)',
      costs.map(({ stepMs }) => `${stepMs.toFixed(1)} ms${own ? `, ${(stepMs / own.stepMs).toFixed(2)}× ours` : ''}`),
    )
  }
}
