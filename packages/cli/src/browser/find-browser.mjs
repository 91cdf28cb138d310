// Finds a Chromium to drive: the one named, Debian's, Chrome, or Playwright's own download. Used by `fanal check --url`, and through
// scripts/find-browser.mjs by the tests. Plain JavaScript: the latter run on Node >= 20, with nothing installed.
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
