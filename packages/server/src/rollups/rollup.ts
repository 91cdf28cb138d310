/**
 * A table made from signals alone. It can be made again at any time, and from the same signals comes out the same: `fanal rebuild` proves it.
 * What people decided is no roll-up and stands in tables of its own.
 */
import type { Store } from '../store/store.ts'

export interface Rollup {
  name: string
  /**
   * Makes a project's rows again, compares them with those that are stored, and stores them where they differ.
   *
   * @param now milliseconds; only for a project that has none yet
   */
  rebuild(store: Store, project: string, now: number): Promise<RollupCheck>
}

export interface RollupCheck {
  /** rows that are there now */
  rows: number
  /** rows that were stored otherwise, were missing or were too many, each as `= id`, `+ id`, `- id` */
  differences: string[]
  /** false: signals had come or gone since the rows were made, so that differences were to be expected */
  wasCurrent: boolean
}

/**
 * Tells two versions of the same rows apart.
 *
 * @param keyOf what a row is known by
 */
export function compareRows<Row>(stored: readonly Row[], made: readonly Row[], keyOf: (row: Row) => string): string[] {
  const before = new Map(stored.map((row) => [keyOf(row), JSON.stringify(row)]))
  const after = new Map(made.map((row) => [keyOf(row), JSON.stringify(row)]))
  return [
    ...[...after].flatMap(([key, row]) => {
      const known = before.get(key)
      if (known === undefined) return [`+ ${key}`]
      return known === row ? [] : [`= ${key}`]
    }),
    ...[...before.keys()].filter((key) => !after.has(key)).map((key) => `- ${key}`),
  ]
}
