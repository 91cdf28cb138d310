/**
 * WebKit as WebKitGTK ships it: WebKitWebDriver drives MiniBrowser, which wants a display. Xvfb gives one of our own; without it the
 * display of the person is used. The driver tells nothing of the console, so an ear is put into each page once it has loaded; what
 * went wrong before that only a page's own notebook knows (tests/hosts/host-page.ts).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { findFreePort } from '../support/start-practice.ts'
import { type DrivenBrowser, MissingBrowser } from './driven-browser.ts'
import { keyCodes, openSession } from './web-driver.ts'

const driverPath = '/usr/bin/WebKitWebDriver'
const xvfbPath = '/usr/bin/Xvfb'
const startTimeoutMs = 20_000

/** @throws MissingBrowser when the driver, the browser or a display is not there */
export async function startWebKit(): Promise<DrivenBrowser> {
  const binary = globSync('/usr/lib/*/webkit2gtk-4.?/MiniBrowser')[0]
  if (!existsSync(driverPath) || !binary)
    throw new MissingBrowser('WebKit is not installed: apt-get install webkit2gtk-driver')
  const screen = await startScreen()
  const port = await findFreePort()
  const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: screen.display, NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  })
  const stop = async () => {
    await end(driver)
    await screen.stop()
  }
  try {
    await waitForAnswer(`http://127.0.0.1:${port}/status`)
    const session = await openSession(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': {
        binary,
        args: ['--automation'],
      },
    })
    return {
      name: `WebKitGTK ${session.browserVersion}`,
      async goto(address) {
        await session.goto(address)
        await session.execute(putEarIn)
      },
      evaluate: (expression) => session.execute(`return (${expression})`),
      click: (x, y) => session.click(x, y),
      type: (text) => session.type(text),
      press: (key) => session.type(keyCodes[key]),
      resize: (width, height) => session.resize(width, height),
      screenshot: () => session.screenshot(),
      takeErrors: () => session.execute(`return ${ear}.splice(0)`),
      async close() {
        await session.end()
        await stop()
      },
    }
  } catch (problem) {
    await stop()
    throw problem
  }
}

const ear = 'document[Symbol.for("fanal-ear")]'
const putEarIn = `const heard = ${ear} = []
  const { error } = console
  console.error = (...told) => { heard.push(told.join(' ')); error.apply(console, told) }
  addEventListener('error', (event) => heard.push(event.message), true)
  addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)))
  document.addEventListener('securitypolicyviolation', (event) => heard.push(event.violatedDirective + ' ' + event.blockedURI))`

interface Screen {
  display: string
  stop(): Promise<void>
}

async function startScreen(): Promise<Screen> {
  if (!existsSync(xvfbPath)) {
    const display = process.env.DISPLAY
    if (!display) throw new MissingBrowser('WebKit has no display to stand on: apt-get install xvfb')
    return { display, stop: async () => {} }
  }
  // It picks a free number by itself and writes it to the descriptor named.
  const xvfb = spawn(xvfbPath, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    xvfb.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)))
  })
  return { display: `:${number}`, stop: () => end(xvfb) }
}

async function waitForAnswer(address: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (
      await fetch(address)
        .then(({ ok }) => ok)
        .catch(() => false)
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${driverPath} did not answer within ${startTimeoutMs} ms`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await gone
}
