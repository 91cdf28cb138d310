import { defineConfig } from '@playwright/test'
import { findBrowser, launchArgs } from './scripts/find-browser.mjs'

const executablePath = findBrowser()

/** Journeys that cross packages, in a real browser against real servers (tests/support starts them), and the same one in hostile pages. */
export default defineConfig({
  projects: ['e2e', 'hosts'].map((name) => ({ name, testDir: `tests/${name}` })),
  timeout: 120_000,
  workers: 1,
  reporter: [['list']],
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: launchArgs, ...(executablePath ? { executablePath } : {}) },
  },
})
