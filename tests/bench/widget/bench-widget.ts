/**
 * `npm run bench:widget`: what our widget costs a page beside DocSearch 3, driver.js and nothing, in one run on one machine. Prints
 * figures and whether they keep to the limits of docs/embed.md; never fails because of a time. `--runs 5` says how often each is measured.
 */
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright'
import { findBrowser, launchArgs } from '../../../scripts/find-browser.mjs'
import { measureCpu } from './measure-cpu.ts'
import { measureLeft } from './measure-left.ts'
import { measureView } from './measure-view.ts'
import { type Measured, printReport } from './print-report.ts'
import { type Bench, serveBench } from './serve-bench.ts'
import { type Subject, subjects } from './subjects.ts'

const slowdowns = [1, 4] as const

const pointerRestMs = 200

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs is ${values.runs}; it takes a whole number from 1 on.`)

const executablePath = findBrowser()
// Playwright switches the back/forward cache off, which is one of the figures.
const browser = await chromium.launch({
  args: launchArgs,
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
  ...(executablePath && { executablePath }),
})
const bench = await serveBench()
try {
  printReport(await measureAll(browser, bench), { browser: browser.version(), runs })
} finally {
  await browser.close()
  await bench.stop()
}

/** Run by run and subject by subject in turn, so that what else the machine does falls on all of them alike. */
async function measureAll(browser: Browser, bench: Bench): Promise<Measured[]> {
  const measured = subjects.map((subject) => ({ subject, address: bench.addressOf(subject), found: empty(subject) }))
  for (let run = 1; run <= runs; run++) {
    for (const slowdown of slowdowns) {
      process.stderr.write(`run ${run} of ${runs}, ${slowdown}× slower\n`)
      for (const { subject, address, found } of measured) {
        const view = (restMs: number) => measureView(browser, subject, address, bench.elsewhere, { slowdown, restMs })
        found.cpu[slowdown]?.push(await measureCpu(browser, subject, address, slowdown))
        found.views[slowdown]?.push(await view(pointerRestMs))
        if (slowdown === 1) found.abrupt.push(await view(0))
      }
    }
  }
  process.stderr.write('what is left\n')
  const all: Measured[] = []
  for (const { subject, address, found } of measured)
    all.push({ ...found, left: await measureLeft(browser, subject, address) })
  return all
}

function empty({ name }: Subject): Omit<Measured, 'left'> {
  const bySlowdown = <T>() => Object.fromEntries(slowdowns.map((slowdown): [number, T[]] => [slowdown, []]))
  return { name, cpu: bySlowdown(), views: bySlowdown(), abrupt: [] }
}
