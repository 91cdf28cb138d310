// A Chromium to test with: found as `fanal check --url` finds one, else installed.
// Used by the test configurations (find) and by scripts/test.mjs (find, else install). Runs on Node >= 20, no dependency needed.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../packages/cli/src/browser/find-browser.mjs'

export { findBrowser, launchArgs } from '../packages/cli/src/browser/find-browser.mjs'

/**
 * Finds a browser or installs one: Debian's package where apt answers and we are root, else Playwright's download.
 * @param {(line: string) => void} say progress, one line each
 * @returns {string} path of the browser
 * @throws {Error} when neither way works; the message says what to do by hand
 */
export function findOrInstallBrowser(say) {
  const found = findBrowser()
  if (found) return found
  const attempts = []
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempts.push(
      ['apt-get', ['update'], false],
      ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], true],
    )
  }
  attempts.push([process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], true])
  for (const [command, args, decisive] of attempts) {
    say(`No browser found; running: ${command} ${args.join(' ')}`)
    try {
      execFileSync(command, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch {
      continue // the next way may work; the error below names them all
    }
    const installed = decisive ? findBrowser() : undefined
    if (installed) return installed
  }
  throw new Error(
    'No Chromium found and none could be installed. Install Chromium or Chrome, or set FANAL_BROWSER to its path.',
  )
}
