/**
 * Opens the running product in a real browser. Playwright is an optional peer of this package: whoever never checks against a running
 * product need not install it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '@fanal/server'
import type { Browser, BrowserContext, Page } from 'playwright'
import { findBrowser, launchArgs } from '../browser/find-browser.mjs'
import { CommandError, exitCodes } from '../exit-code.ts'

export interface ProductOptions {
  /** address of the product; a path in it is kept in front of every page */
  url: string
  /** Playwright's file of cookies and local storage, for a product that wants a session */
  storageState?: string
  /** `name: value`, sent to the product alone */
  headers?: readonly string[]
}

export interface Product {
  origin: string
  /** A page of a visitor who has not been here before. */
  openPage(): Promise<Page>
  close(): Promise<void>
}

/**
 * @throws CommandError wrongUsage where Playwright, a browser, the built probe or a named file is missing
 */
export async function openProduct({ url, storageState, headers = [] }: ProductOptions): Promise<Product> {
  const { origin } = readUrl(url)
  const extraHeaders = Object.fromEntries(headers.map(readHeader))
  if (storageState !== undefined && !existsSync(storageState)) {
    throw new CommandError(
      exitCodes.wrongUsage,
      `The file ${storageState} is not there. Save one with Playwright: npx playwright open --save-storage=${storageState} ${url}`,
    )
  }
  const probe = readProbe()
  const browser = await launch()
  const openContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'fr-FR',
      ...(storageState === undefined ? {} : { storageState }),
    })
    await context.addInitScript({ content: probe })
    await context.route(
      (address) => address.origin === origin,
      (route) =>
        Object.keys(extraHeaders).length > 0
          ? route.continue({ headers: { ...route.request().headers(), ...extraHeaders } })
          : route.continue(),
    )
    // The widget of the product under test is left out: its cards would cover targets, and its signals would count as visits.
    await context.route(/\/fanal\.js(?:$|\?)|\/v1\/config\?key=pk_/, (route) => route.abort())
    return context
  }
  return {
    origin,
    openPage: async () => (await openContext()).newPage(),
    close: () => browser.close(),
  }
}

/** Opens an address. @throws CommandError unreachable where nothing answers */
export async function goTo(page: Page, address: string): Promise<{ status: number }> {
  try {
    const response = await page.goto(address, { waitUntil: 'load' })
    return { status: response?.status() ?? 200 }
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new CommandError(
      exitCodes.unreachable,
      `${address} cannot be opened (${reason.replace(/^page\.goto: /, '')}). Check the address and that the product runs.`,
      { cause: error },
    )
  }
}

function readUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed
  throw new CommandError(
    exitCodes.wrongUsage,
    `--url is "${url}"; give the address of the running product, such as https://staging.example.com.`,
  )
}

function readHeader(text: string): [string, string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(text) ?? []
  if (name !== undefined && value !== undefined) return [name.toLowerCase(), value]
  throw new CommandError(exitCodes.wrongUsage, 'A --header is "name: value", such as "authorization: Bearer …".')
}

function readProbe(): string {
  const file = join(readConfig().sdkDir, 'probe.js')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new CommandError(
    exitCodes.wrongUsage,
    `${file} has not been built. Run "npm run build", or set FANAL_SDK_DIR to a built widget.`,
  )
}

async function launch(): Promise<Browser> {
  const { chromium } = await import('playwright').catch((error: unknown) => {
    throw new CommandError(
      exitCodes.wrongUsage,
      '--url drives a browser through Playwright, which is not installed here. Install it with: npm install --save-dev playwright',
      { cause: error },
    )
  })
  try {
    const executablePath = findBrowser()
    return await chromium.launch({ args: launchArgs, ...(executablePath ? { executablePath } : {}) })
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new CommandError(
      exitCodes.wrongUsage,
      `No browser could be started: ${reason} Install one with "npx playwright install chromium", or set FANAL_BROWSER to a Chromium.`,
      { cause: error },
    )
  }
}
