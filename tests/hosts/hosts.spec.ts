/** The widget at home in anybody's page: one journey on each hostile page, after which the page is as it was. */
import { expect, type Frame, type Page, test } from '@playwright/test'
import type { HostPage, Notes } from './host-page.ts'
import { pagesByScript } from './pages-by-script.ts'
import { pagesByStructure } from './pages-by-structure.ts'
import { pagesByStyle } from './pages-by-style.ts'
import { type Hosts, serveHosts } from './serve-hosts.ts'
import { useTheHelp } from './use-the-help.ts'

let hosts: Hosts

test.beforeAll(async () => {
  hosts = await serveHosts()
})
test.afterAll(() => hosts?.stop())

for (const host of [...pagesByStyle, ...pagesByStructure, ...pagesByScript])
  test(`at home in a page with ${host.name}`, async ({ page }) => {
    const errors = listenForErrors(page)
    await host.prepare?.(page)
    await page.goto(hosts.add(host))
    const frame = (host.sandbox && page.frame('host')) || page.mainFrame()
    await expect(frame.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
    await host.arrive?.(frame, page)
    const sent = host.checksSignals && page.waitForResponse((answer) => answer.url().endsWith('/v1/signals'))
    await useTheHelp(frame, page)
    if (sent) expect(await (await sent).json()).toMatchObject({ duplicates: 0, rejected: [] })
    await useThePage(frame)
    await host.leave?.(frame, page)
    await expectUntouched(frame, host)
    expect(errors.filter((error) => !host.earnedError?.test(error))).toEqual([])
    expect(errors).toHaveLength(host.earnedError ? 1 : 0)
  })

for (const [state, file] of Object.entries({ 'not there': 'missing', broken: 'broken', 'slow without end': 'hanging' }))
  test(`a widget that is ${state} changes nothing for the page`, async ({ page }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const tags = () => `<script async src="/${file}.js" data-key="pk_medicab"></script>`
    await page.goto(hosts.add({ name: file, tags }), { waitUntil: 'domcontentloaded' })
    await useThePage(page.mainFrame())
    expect(faults).toEqual([])
    expect(await page.evaluate('notes.faults')).toEqual([])
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2)
  })

function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return errors
}

/** What the page itself is for. */
async function useThePage(frame: Frame): Promise<void> {
  const amount = frame.getByLabel('Montant')
  await amount.fill('30')
  await amount.press('Enter')
  await expect.poll(() => frame.evaluate('notes.submits')).toBe(1)
  await expect(amount).toHaveValue('30')
  await frame.getByRole('link', { name: 'Voir plus bas' }).click()
  await expect.poll(() => frame.evaluate('location.hash')).toBe('#plus-bas')
}

/** After `destroy` nothing tells that the widget was there. */
async function expectUntouched(frame: Frame, host: HostPage): Promise<void> {
  const during = await frame.evaluate(
    'Object.getOwnPropertyNames(window).filter((name) => !notes.globals.includes(name))',
  )
  expect(during).toEqual(host.nameTaken ? [] : ['fanal'])
  await frame.evaluate('document[Symbol.for("fanal")]("destroy")')
  const left = await frame.evaluate(() => ({
    notes: (window as unknown as { notes: Notes }).notes,
    globals: Object.getOwnPropertyNames(window),
    attributes: [...document.documentElement.attributes].map((one) => `${one.name}=${one.value}`).join(),
    nodes: [...document.documentElement.children].map(({ localName }) => localName),
    ours: document.querySelectorAll('fanal-help,fanal-flow').length,
    place: Symbol.for('fanal') in document,
  }))
  expect(left.notes.faults).toEqual([])
  expect(left.notes.hotkeys).toEqual([])
  expect(left.globals.filter((name) => !left.notes.globals.includes(name))).toEqual([])
  expect(left.attributes).toBe(left.notes.attributes)
  expect(left).toMatchObject({ nodes: ['head', 'body'], ours: 0, place: false })
}
