/** `npm run bench:targets`: which targets of flows survive which changes of the page, as a table; `--lost` names the others. */
import { chromium } from '@playwright/test'
import { findBrowser, launchArgs } from '../../../scripts/find-browser.mjs'
import { startPractice } from '../../support/start-practice.ts'
import { measureSurvival, showSurvival } from './measure-survival.ts'

const executablePath = findBrowser()
const practice = await startPractice()
const browser = await chromium.launch({ args: launchArgs, ...(executablePath ? { executablePath } : {}) })
try {
  const rows = await measureSurvival(await browser.newPage(), practice.app)
  process.stdout.write(`${showSurvival(rows)}\n`)
  if (process.argv.includes('--lost'))
    for (const { change, lost, mistaken } of rows)
      process.stdout.write(`\n${change}\n${[...mistaken, ...lost].map((one) => `  ${one}\n`).join('')}`)
} finally {
  await browser.close()
  await practice.stop()
}
