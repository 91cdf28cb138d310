/** Targets of flows on the example practice, as a release would change it: none may be mistaken, few may be lost. `npm run bench:targets` prints the table. */
import { expect, test } from '@playwright/test'
import { likesOnly, measureSurvival, showSurvival, targetGone } from '../bench/targets/measure-survival.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})

test.afterAll(async () => {
  await practice?.stop()
})

test('no target of a flow is mistaken for another after a release, and nine in ten are found', async ({ page }) => {
  const rows = await measureSurvival(page, practice.app)
  const table = showSurvival(rows)
  expect(rows.flatMap(({ change, mistaken }) => mistaken.map((one) => `${change}, ${one}`))).toEqual([])
  const [asItIs, ...others] = rows
  expect(asItIs?.targets).toBeGreaterThanOrEqual(40)
  expect(asItIs?.lost).toEqual([])
  const changed = others.filter(({ change }) => change !== targetGone && change !== likesOnly)
  const sum = (figure: 'right' | 'targets') => changed.reduce((total, row) => total + row[figure], 0)
  expect(sum('right') / sum('targets'), table).toBeGreaterThanOrEqual(0.9)
})
