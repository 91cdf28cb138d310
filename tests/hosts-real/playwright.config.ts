import { defineConfig } from '@playwright/test'
import { findBrowser, launchArgs } from '../../scripts/find-browser.mjs'

const executablePath = findBrowser()

/** `npm run test:hosts-real`: the widget in applications of others. Installing them is part of the test's time. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/hosts-real',
  timeout: 420_000,
  workers: 1,
  reporter: [['list']],
  forbidOnly: true,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    launchOptions: { args: launchArgs, ...(executablePath ? { executablePath } : {}) },
  },
})
