// Finds a Chromium to test with: the one named, Debian's, Chrome, or Playwright's own download.
// Used by the test configurations (find) and by scripts/test.mjs (find, else install). Runs on Node >= 20, no dependency needed.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Flags that keep a test browser quiet and off the network; `--no-sandbox` only where root leaves no other way. */
export const launchArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * @returns {string | undefined} path of a Chromium to launch; undefined when none is on this machine
 */
export function findBrowser() {
  const named = process.env.FANAL_BROWSER
  if (named) {
    if (!existsSync(named))
      throw new Error(`FANAL_BROWSER is ${named}, which does not exist. Point it at a Chromium binary or unset it.`)
    return named
  }
  return systemPaths.find((path) => existsSync(path)) ?? playwrightDownload()
}

/** Playwright's own download, newest first, where it keeps one. */
function playwrightDownload() {
  const root = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(root)) return undefined
  const builds = readdirSync(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  for (const build of builds) {
    for (const binary of ['chrome-linux/chrome', 'chrome-linux64/chrome']) {
      const path = join(root, build, binary)
      if (existsSync(path)) return path
    }
  }
  return undefined
}

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
