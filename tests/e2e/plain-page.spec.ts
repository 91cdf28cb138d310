/** The widget on a page that knows nothing of it but one script tag. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { searchFor } from '../support/practice-steps.ts'
import { repositoryRoot } from '../support/source-files.ts'
import { findFreePort, type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice
let site: Server
let address: string

test.beforeAll(async () => {
  const port = await findFreePort()
  address = `http://127.0.0.1:${port}/facturation`
  practice = await startPractice({ origin: new URL(address).origin })
  const html = readFileSync(join(repositoryRoot, 'examples', 'plain-html', 'index.html'), 'utf8')
  const page = html.replaceAll('http://localhost:4400', practice.server.url)
  site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page))
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve))
})

test.afterAll(async () => {
  site?.close()
  await practice?.stop()
})

async function openPlainPage(page: Page): Promise<{ faults: string[]; requests: string[] }> {
  const faults: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(address)
  await page.getByRole('button', { name: 'Aide', exact: true }).waitFor()
  return { faults, requests }
}

test('before the first click it costs two files and the settings, and stores nothing', async ({ page }) => {
  const { requests } = await openPlainPage(page)
  await page.waitForLoadState('networkidle')
  const ours = requests.filter(
    (path) => path.startsWith('/fanal') || path.startsWith('/assets') || path.startsWith('/v1'),
  )
  expect(ours.map((path) => path.replace(/-[\w-]{6}\.js$/, ''))).toEqual(['/fanal.js', '/assets/fr/boot', '/v1/config'])
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }))
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, cookies: '' })
})

test('the first suggestions cost under 14 kB of widget, all told', async ({ page }) => {
  const sent: Promise<number>[] = []
  let shown = false
  page.on('requestfinished', (request) => {
    shown ||= request.url().includes('/v1/suggestions')
    if (shown || !/\/(fanal\.js|assets\/)/.test(request.url())) return
    sent.push(request.sizes().then((sizes) => sizes.responseBodySize))
  })
  await openPlainPage(page)
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  await page.getByRole('dialog', { name: 'Aide' }).getByRole('listitem').first().waitFor()
  const bytes = (await Promise.all(sent)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(5000)
  expect(bytes).toBeLessThanOrEqual(14_000)
})

test('one tag is enough for suggestions, search, an article and a way to a person', async ({ page }) => {
  const { faults } = await openPlainPage(page)
  await page.getByRole('link', { name: 'J’ai besoin d’aide' }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  const suggested = panel.getByRole('region', { name: 'Articles suggérés pour cette page' })
  await expect(suggested.getByRole('listitem')).toHaveCount(3)
  await searchFor(panel, 'carte vitale pas lue')
  await panel.getByRole('listitem').first().getByRole('button').first().click()
  await expect(panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toBeAttached()
  await panel.getByRole('button', { name: 'Contacter le support' }).last().click()
  await expect(panel.getByLabel('Sujet')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  expect(faults).toEqual([])
})

test('an error the page tells brings its article first', async ({ page }) => {
  await openPlainPage(page)
  await page.getByLabel('Montant de la consultation').fill('30')
  await page.getByRole('button', { name: 'Envoyer la feuille' }).click()
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  const first = page.getByRole('dialog', { name: 'Aide' }).getByRole('listitem').first()
  await expect(first).toContainText('Corriger une feuille rejetée (erreur B2-043)')
})

test('signals that could not leave are sent after a reload, once', async ({ page }) => {
  await openPlainPage(page)
  const intake = `${practice.server.url}/v1/signals`
  await page.route(intake, (route) => route.abort())
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  const failed = page.waitForEvent('requestfailed', (request) => request.url() === intake)
  await searchFor(panel, 'lecteur de carte en panne')
  await failed
  await page.unroute(intake)
  await page.reload()
  const kept = async () =>
    (await practice.server.services.store.signals.read('medicab')).filter(
      (signal) => signal.name === 'search_committed' && signal.props.query === 'lecteur de carte en panne',
    ).length
  await expect.poll(kept, { timeout: 30_000 }).toBe(1)
})

test('destroy leaves the page as it was', async ({ page }) => {
  await openPlainPage(page)
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  await page.getByRole('dialog', { name: 'Aide' }).getByRole('listitem').first().waitFor()
  await page.evaluate('fanal("destroy")')
  expect(
    await page.evaluate(() => ({ widget: document.querySelectorAll('fanal-help').length, global: 'fanal' in window })),
  ).toEqual({ widget: 0, global: false })
})
