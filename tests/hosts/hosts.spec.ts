/** The widget at home in anybody's page: one journey on each hostile page, after which the page is as it was. */
import { expect, type Frame, type Locator, type Page, test } from '@playwright/test'
import type { HostPage, Notes } from './host-page.ts'
import { pagesByLibrary } from './pages-by-library.ts'
import { pagesByScript } from './pages-by-script.ts'
import { pagesByStructure } from './pages-by-structure.ts'
import { pagesByStyle } from './pages-by-style.ts'
import { type Hosts, serveHosts } from './serve-hosts.ts'

let hosts: Hosts

test.beforeAll(async () => {
  hosts = await serveHosts()
})
test.afterAll(() => hosts?.stop())

for (const host of [...pagesByStyle, ...pagesByStructure, ...pagesByScript, ...pagesByLibrary])
  test(`at home in a page with ${host.name}`, async ({ page }) => {
    const errors = listenForErrors(page)
    await host.prepare?.(page)
    await page.goto(hosts.add(host))
    const frame = (host.sandbox && page.frame('host')) || page.mainFrame()
    await expect(frame.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
    await host.arrive?.(frame, page)
    const sent = host.checksSignals && page.waitForResponse((answer) => answer.url().endsWith('/v1/signals'))
    await useTheHelp(frame, page)
    await followTheGuide(frame)
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

/** Open, suggestions, search, read, vote, contact, close; followTheGuide comes after. */
async function useTheHelp(frame: Frame, page: Page): Promise<void> {
  await frame.getByRole('button', { name: 'Aide', exact: true }).click()
  const panel = frame.getByRole('dialog', { name: 'Aide' })
  const suggested = panel.getByRole('region', { name: 'Articles suggérés pour cette page' })
  await expect(suggested.getByRole('listitem')).toHaveCount(3)
  const box = panel.getByRole('searchbox', { name: "Rechercher dans l'aide" })
  await expect(box).toBeFocused()
  // Both are hotkeys of the page.
  await box.pressSequentially('k/')
  await expect(box).toHaveValue('k/')
  await box.fill('carte vitale pas lue')
  await box.press('Enter')
  await panel.getByRole('listitem').first().getByRole('button').first().click()
  const vote = panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })
  await vote.getByRole('button', { name: 'Oui' }).click()
  await expect(vote.getByRole('button', { name: 'Oui' })).toHaveAttribute('aria-pressed', 'true')
  await panel.getByRole('button', { name: 'Contacter le support' }).last().click()
  await panel.getByLabel('Sujet').fill('Carte non lue')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

/** A flow's card beside what the page has: pointed at, filled in, gone on, left. */
async function followTheGuide(frame: Frame): Promise<void> {
  await frame.evaluate('document[Symbol.for("fanal")]("flow", "envoyer-un-montant")')
  const first = frame.getByRole('dialog', { name: 'Saisissez le montant' })
  await expect(first.getByText('Étape 1 sur 2')).toBeVisible()
  const ring = frame.locator('.flow-ring')
  await expect(ring).toBeVisible()
  const amount = frame.getByRole('textbox', { name: 'Montant' })
  await expect.poll(() => surrounds(ring, amount)).toBe(true)
  await amount.fill('3')
  const second = frame.getByRole('dialog', { name: 'Envoyez' })
  await expect(second.getByText('Étape 2 sur 2')).toBeVisible()
  await second.getByRole('button', { name: 'Retour' }).click()
  await expect(first).toBeVisible()
  await first.getByRole('button', { name: 'Quitter le guide' }).click()
  await expect(first).toBeHidden()
}

async function surrounds(ring: Locator, target: Locator): Promise<boolean> {
  const [outer, inner] = [await ring.boundingBox(), await target.boundingBox()]
  if (!outer || !inner) return false
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}

/** What the page itself is for. */
async function useThePage(frame: Frame): Promise<void> {
  const amount = frame.getByRole('textbox', { name: 'Montant' })
  await amount.fill('30')
  await amount.press('Enter')
  await expect.poll(() => frame.evaluate('notes.submits')).toBe(1)
  await expect(amount).toHaveValue('30')
  await frame.getByRole('link', { name: 'Voir plus bas' }).click()
  await expect.poll(() => frame.evaluate('location.hash')).toBe('#plus-bas')
}

/** After `destroy` nothing tells that the widget was there. */
async function expectUntouched(frame: Frame, host: HostPage): Promise<void> {
  const newGlobals = async () => {
    const names = await frame.evaluate<string[]>(
      'Object.getOwnPropertyNames(window).filter((name) => !notes.globals.includes(name))',
    )
    return names.filter((name) => !host.books?.test(name))
  }
  expect(await newGlobals()).toEqual(host.nameTaken ? [] : ['fanal'])
  await frame.evaluate('document[Symbol.for("fanal")]("destroy")')
  const left = await frame.evaluate(() => ({
    notes: (window as unknown as { notes: Notes }).notes,
    attributes: [...document.documentElement.attributes].map((one) => `${one.name}=${one.value}`).join(),
    nodes: [...document.documentElement.children].map(({ localName }) => localName),
    ours: document.querySelectorAll('fanal-help,fanal-flow').length,
    place: Symbol.for('fanal') in document,
  }))
  expect(left.notes.faults).toEqual([])
  expect(left.notes.hotkeys).toEqual([])
  expect(await newGlobals()).toEqual([])
  expect(left.attributes).toBe(left.notes.attributes)
  expect(left).toMatchObject({ nodes: ['head', 'body'], ours: 0, place: false })
}
