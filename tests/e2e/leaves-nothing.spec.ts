/**
 * What the widget leaves in a page: nothing after each use, nothing after `destroy`, and a page that keeps its layout and its
 * back/forward cache. Counts, never times; the times are `npm run bench:widget`.
 */
import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { findBrowser, launchArgs } from '../../scripts/find-browser.mjs'
import { type HostPage, nonce } from '../hosts/host-page.ts'
import { type Hosts, serveHosts } from '../hosts/serve-hosts.ts'
import { countHeld, type Held } from '../support/count-left.ts'
import { watchPage } from '../support/watch-page.ts'

const executablePath = findBrowser()

// Playwright switches the back/forward cache off, so that pages start afresh; here it is what is tested.
test.use({
  launchOptions: {
    args: launchArgs,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath && { executablePath }),
  },
})

const strictPage: HostPage = {
  name: 'a strict policy',
  headers: (fanal) => ({
    'content-security-policy':
      `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'none'; connect-src ${fanal}; img-src ${fanal}; ` +
      `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  }),
}
const barePage: HostPage = { name: 'no widget yet', tags: () => '' }

/** Cycles of each view that are counted, after a few in which chunks load and caches fill. */
const warmUps = 3
const cycles = 8

let hosts: Hosts

test.beforeAll(async () => {
  hosts = await serveHosts()
})
test.afterAll(() => hosts?.stop())

const launcher = (page: Page) => page.getByRole('button', { name: 'Aide', exact: true })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Aide' })
const suggested = (page: Page) => panel(page).getByRole('region', { name: 'Articles suggérés pour cette page' })

/** One use of each kind, from a closed panel to a closed panel. */
const uses: Record<string, (page: Page) => Promise<unknown>> = {
  async home(page) {
    await launcher(page).click()
    await expect(suggested(page).getByRole('listitem')).toHaveCount(3)
    await close(page)
  },
  async search(page) {
    await page.evaluate('fanal("search", "carte vitale pas lue")')
    await expect(panel(page).getByRole('listitem').first()).toBeVisible()
    // Not typed: the browser keeps a node for each thing typed that could be undone, in any field of any page.
    await page.evaluate('fanal("search", "ordonnance")')
    await expect(panel(page).getByRole('listitem').first()).toContainText(/ordonnance/i)
    await close(page)
  },
  async article(page) {
    await page.evaluate('fanal("article", "ordonnance-ne-s-imprime-pas")')
    await expect(panel(page).getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toBeAttached()
    await close(page)
  },
  async 'an article in a dialog'(page) {
    await page.evaluate('fanal("article", "ordonnance-ne-s-imprime-pas", { type: "modal" })')
    await expect(page.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toBeAttached()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toHaveCount(0)
  },
  async contact(page) {
    await page.evaluate('fanal("contact")')
    await expect(panel(page).getByLabel('Sujet')).toBeVisible()
    await close(page)
  },
  async flow(page) {
    await page.evaluate('fanal("flow", "imprimante-ordonnances")')
    await page.getByRole('dialog', { name: 'Ouvrez les paramètres' }).waitFor()
    await page.getByRole('button', { name: 'Quitter le guide' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
}

async function close(page: Page): Promise<void> {
  await page.evaluate('fanal("open", "home"), fanal("close")')
  await expect(panel(page)).toBeHidden()
}

async function openSession(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page)
}

async function repeat(times: number, run: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < times; done++) await run()
}

for (const [view, use] of Object.entries(uses))
  test(`${cycles} uses of ${view} leave no node and no listener`, async ({ page }) => {
    await page.goto(hosts.add({ name: 'nothing but the tag' }))
    await launcher(page).waitFor()
    const session = await openSession(page)
    await repeat(warmUps, () => use(page))
    // The last part of home comes on its own time, once; it stays.
    await page.evaluate('fanal("open", "home")')
    await panel(page).getByRole('button', { name: 'Ne plus afficher' }).waitFor()
    await close(page)
    const before = await countHeld(session)
    await repeat(cycles, () => use(page))
    await expectNoMore(session, before)
  })

/** What is under way ends first: a batch of signals that is being kept or sent has listeners of its own. */
async function expectNoMore(session: CDPSession, before: Held): Promise<void> {
  const more = async () => {
    const { nodes, listeners } = await countHeld(session)
    return { nodes: Math.max(0, nodes - before.nodes), listeners: Math.max(0, listeners - before.listeners) }
  }
  await expect.poll(more).toEqual({ nodes: 0, listeners: 0 })
}

/** Brings the widget into a page that is already there, as a tag manager does; the tag itself goes again. */
async function bringWidget(page: Page): Promise<void> {
  await page.evaluate((src) => {
    const tag = document.createElement('script')
    Object.assign(tag, { src, async: true })
    Object.assign(tag.dataset, { key: 'pk_medicab', locale: 'fr' })
    tag.onload = () => tag.remove()
    document.head.append(tag)
  }, `${hosts.fanal.url}/fanal.js`)
  await launcher(page).waitFor()
}

test('destroy leaves no node, listener, timer, observer or global', async ({ page }) => {
  await watchPage(page)
  await page.goto(hosts.add(barePage))
  const session = await openSession(page)
  const names = () => page.evaluate('Object.getOwnPropertyNames(window)')
  const globals = await names()
  const everything = async () => {
    await bringWidget(page)
    for (const use of Object.values(uses)) await use(page)
    await launcher(page).click()
    await expect(suggested(page).getByRole('listitem')).toHaveCount(3)
    await page.evaluate('fanal("destroy")')
    expect(await page.evaluate('leftRunning()')).toEqual([])
  }
  await everything()
  const before = await countHeld(session)
  await repeat(3, everything)
  await expectNoMore(session, before)
  expect(await names()).toEqual(globals)
})

test('under a strict policy it brings two files and the settings before the first click, and no use breaks a rule of the page', async ({
  page,
}) => {
  const asked: string[] = []
  const told: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  page.on('console', (message) => told.push(message.text()))
  page.on('pageerror', (error) => told.push(error.message))
  await page.goto(hosts.add(strictPage))
  await launcher(page).waitFor()
  await page.waitForLoadState('networkidle')
  expect(asked.slice(1).map((path) => path.replace(/-[\w-]{6}\.js$/, ''))).toEqual([
    '/fanal.js',
    '/assets/fr/boot',
    '/v1/config',
  ])
  for (const use of Object.values(uses)) await use(page)
  expect(await page.evaluate('notes.faults')).toEqual([])
  expect(told).toEqual([])
})

test('nothing of the page moves when it comes, is used, and goes', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(hosts.add({ name: 'nothing but the tag' }))
  await launcher(page).waitFor()
  for (const use of Object.values(uses)) await use(page)
  await page.evaluate('fanal("destroy")')
  await paint(page)
  expect(await page.evaluate('shifts')).toEqual([])
  // That it would be seen.
  await page.evaluate('document.body.prepend(Object.assign(document.createElement("p"), { textContent: "Avis" }))')
  await expect.poll(() => page.evaluate<number>('shifts.length')).toBe(1)
})

/** Two frames: what was changed has been drawn, and observers have been told. */
const paint = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

test('the page comes back whole from the back/forward cache, before and after use', async ({ page }) => {
  await page.goto(hosts.add({ name: 'nothing but the tag' }))
  await launcher(page).waitFor()
  await page.evaluate(() => {
    Object.assign(window, { restored: 0 })
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { restored: Number(persisted) }))
  })
  expect(await unloadListeners(await openSession(page))).toEqual([])
  expect(await leaveAndReturn(page)).toBe(1)
  for (const use of Object.values(uses)) await use(page)
  await launcher(page).click()
  await expect(suggested(page).getByRole('listitem')).toHaveCount(3)
  expect(await unloadListeners(await openSession(page))).toEqual([])
  expect(await leaveAndReturn(page)).toBe(1)
  await expect(suggested(page).getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('Escape')
  for (const use of Object.values(uses)) await use(page)
})

/** @returns 1 where the page was restored as it was, 0 where it was shown again, undefined where it was loaded again */
async function leaveAndReturn(page: Page): Promise<unknown> {
  await page.evaluate('restored = 0')
  await page.goto(hosts.add(barePage))
  // A page that is restored does not load again.
  await page.goBack({ waitUntil: 'commit' })
  return page.evaluate('window.restored')
}

/** Handlers of the window that keep a page from the back/forward cache. */
async function unloadListeners(session: CDPSession): Promise<string[]> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'window' })
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
  return listeners.map(({ type }) => type).filter((type) => /unload/.test(type))
}
