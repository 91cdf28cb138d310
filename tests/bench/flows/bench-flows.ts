/**
 * `npm run bench:flows`: the same tours on the same pages by our guided flows, driver.js and shepherd.js. Prints who passes which scenario and
 * why not, how many targets survive a release, and what it costs. `--only late,modal` runs some of the scenarios. Never fails.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright'
import { findBrowser, launchArgs } from '../../../scripts/find-browser.mjs'
import { repositoryRoot } from '../../support/source-files.ts'
import { inputScenarios } from './input-scenarios.ts'
import { layerScenarios } from './layer-scenarios.ts'
import { type Cost, costScenario, measureCost } from './measure-cost.ts'
import { printTable } from './print-table.ts'
import type { Scenario } from './scenario.ts'
import { type Pages, servePages } from './serve-pages.ts'
import { stageOf, type Verdict } from './stage.ts'
import { type Subject, subjects } from './subjects.ts'
import { judgeSurvival, type Survival, survivalScenarios } from './survival.ts'
import { targetScenarios } from './target-scenarios.ts'
import { wayScenarios } from './way-scenarios.ts'

const costRuns = 3

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const only = values.only?.split(',')
const all = [...targetScenarios, ...layerScenarios, ...inputScenarios, ...wayScenarios]
const unknown = only?.filter((id) => !all.some((scenario) => scenario.id === id)) ?? []
if (unknown.length > 0)
  throw new Error(`--only names ${unknown.join(', ')}; there are ${all.map(({ id }) => id).join(', ')}.`)
const scenarios = all.filter(({ id }) => only?.includes(id) ?? true)

const executablePath = findBrowser()
const browser = await chromium.launch({ args: launchArgs, ...(executablePath && { executablePath }) })
const pages = await servePages([...all, ...survivalScenarios, costScenario])
try {
  const rows = []
  for (const scenario of scenarios) {
    process.stderr.write(`${scenario.name}\n`)
    const verdicts: Verdict[] = []
    for (const subject of subjects) verdicts.push(await play(browser, pages, scenario, subject))
    rows.push({ name: scenario.name, verdicts })
  }
  const survival: Survival[] = []
  const costs: Cost[] = []
  if (!only) {
    process.stderr.write('a release\n')
    for (const subject of subjects) survival.push(await survive(browser, pages, subject))
    process.stderr.write('cost\n')
    for (const subject of subjects) costs.push(await cheapest(browser, pages, subject))
  }
  printTable({ subjects: subjects.map(named), rows, survival, costs, browser: browser.version() })
} finally {
  await browser.close()
  await pages.stop()
}

/** A subject that throws has failed, like one that shows the wrong thing. */
async function play(browser: Browser, pages: Pages, scenario: Scenario, subject: Subject): Promise<Verdict> {
  return visit(browser, pages, scenario, subject, (stage) => scenario.run(stage)).catch(
    (cause: Error) => cause.message.split('\n')[0] ?? 'failed',
  )
}

async function visit<Result>(
  browser: Browser,
  pages: Pages,
  scenario: Scenario,
  subject: Subject,
  run: (stage: ReturnType<typeof stageOf>) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: scenario.viewport ?? { width: 1280, height: 800 },
    reducedMotion: scenario.reducedMotion ? 'reduce' : 'no-preference',
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(`
      window.violations = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => window.violations.push(effectiveDirective))`)
    await page.goto(pages.addressOf(scenario, subject))
    await page.waitForFunction(subject.ready, undefined, { timeout: 5000 })
    return await run(stageOf(page, subject))
  } finally {
    await context.close()
  }
}

async function survive(browser: Browser, pages: Pages, subject: Subject): Promise<Survival> {
  const figures: Survival = { right: 0, wrong: 0, missing: 0 }
  for (const scenario of survivalScenarios)
    figures[await visit(browser, pages, scenario, subject, ({ page }) => judgeSurvival(page, subject, scenario))] += 1
  return figures
}

/** The best of some runs: what else the machine did is not the subject's doing. */
async function cheapest(browser: Browser, pages: Pages, subject: Subject): Promise<Cost> {
  let best: Cost | undefined
  for (let run = 0; run < costRuns; run++) {
    const cost = await measureCost(browser, subject, pages.addressOf(costScenario, subject))
    if (!best || cost.stepMs < best.stepMs) best = cost
  }
  return best ?? { bytes: 0, stepMs: 0 }
}

/** With the version that is installed. */
function named({ name }: Subject): string {
  if (name === 'Fanal') return name
  const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'node_modules', name, 'package.json'), 'utf8'))
  return `${name} ${version}`
}
