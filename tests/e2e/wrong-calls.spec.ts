/** What wrong calls say on the console: where the page is written the mistake and its mend, where it is visited nothing. */
import { expect, type Page, test } from '@playwright/test'
import { findBrowser, launchArgs } from '../../scripts/find-browser.mjs'
import { type Hosts, productionHost, serveHosts } from '../hosts/serve-hosts.ts'

const executablePath = findBrowser()

test.use({
  launchOptions: {
    args: [...launchArgs, `--host-resolver-rules=MAP ${productionHost} 127.0.0.1`],
    ...(executablePath && { executablePath }),
  },
})

let hosts: Hosts

test.beforeAll(async () => {
  hosts = await serveHosts()
})
test.afterAll(() => hosts?.stop())

const messages = [
  'fanal: there is no verb "opne", did you mean "open"; there are',
  'open: "serach" given, it takes home or search or contact',
  'page: nothing given, it takes {path: "/patients/:id"}',
  'consent: "oui" given, it takes granted or denied',
]

/** @returns what the console said, and what `on('error')` heard */
async function callWrongly(page: Page, address: string): Promise<{ said: string[]; heard: string[] }> {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(address)
  await page.getByRole('button', { name: 'Aide', exact: true }).waitFor()
  await page.evaluate(`{
    window.heard = []
    fanal('on', 'error', ({ message }) => heard.push(message))
    fanal('opne')
    fanal('open', 'serach')
    fanal('page', {})
    fanal('consent', 'oui')
  }`)
  await expect.poll(() => page.evaluate('heard.length')).toBe(4)
  return { said, heard: await page.evaluate<string[]>('heard') }
}

test('where the page is written they name the mistake and its mend', async ({ page }) => {
  const { said, heard } = await callWrongly(page, hosts.add({ name: 'wrong calls' }))
  for (const message of messages) {
    expect(heard).toContainEqual(expect.stringContaining(message))
    expect(said).toContainEqual(expect.stringContaining(message))
  }
  expect(said).toHaveLength(4)
})

test('where it is visited the console stays silent, and listeners hear', async ({ page }) => {
  const address = hosts.add({ name: 'wrong calls' }).replace('127.0.0.1', productionHost)
  const { said, heard } = await callWrongly(page, address)
  expect(await page.evaluate('location.hostname')).toBe('app.example.com')
  for (const message of messages) expect(heard).toContainEqual(expect.stringContaining(message))
  expect(said).toEqual([])
})
