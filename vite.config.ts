import preact from '@preact/preset-vite'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findBrowser, launchArgs } from './scripts/find-browser.mjs'

/**
 * The test projects. Each package with a browser bundle has its own vite.config.ts for building it.
 *
 * node     pure logic, server, command line: `*.test.ts`
 * browser  real DOM in a real browser: `*.browser.test.ts(x)`
 * guards   the rules of the house: tests/guards
 */
const executablePath = findBrowser()

export default defineConfig({
  plugins: [preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'examples/*/src/**/*.test.ts'],
          exclude: ['**/*.browser.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        // Bundled before the first test: found one by one, each would reload the page and bring a second copy of Preact.
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            'preact-iso',
            '@tanstack/preact-query',
            '@testing-library/preact',
            'axe-core',
          ],
        },
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['tests/support/wait-long.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          // A busy machine can starve a browser; who needed a second try is named in the verdict.
          retry: 1,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: launchArgs, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'guards',
          environment: 'node',
          include: ['tests/guards/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
