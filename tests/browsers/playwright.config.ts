import { defineConfig } from '@playwright/test'

/** `npm run test:browsers`: Playwright's runner alone; the browsers are started and driven by the specs. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browsers',
  timeout: 60_000,
  workers: 1,
  reporter: [['list']],
  forbidOnly: true,
  expect: { timeout: 10_000 },
})
