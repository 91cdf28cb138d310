import { defineConfig } from '@playwright/test'
import { findBrowser, launchArgs } from './scripts/find-browser.mjs'

const executablePath = findBrowser()

/** Journeys that cross packages, in a real browser against real servers (tests/support starts them), and the same one in hostile pages. */
export default defineConfig({
  projects: ['e2e', 'hosts'].map((name) => ({ name, testDir: `tests/${name}` })),
  timeout: 120_000,
  workers: 1,
  // A busy machine can starve a browser; who needed a second try is named in the verdict.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: launchArgs, ...(executablePath ? { executablePath } : {}) },
  },
})
