/** The network goes away while a doctor works: help that was seen is still there, what was written is kept, and nothing is lost or sent twice. */
import type { SignalName } from '@fanal/contract'
import { expect, type Page, test } from '@playwright/test'
import { openHelp, searchFor, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})
test.afterAll(async () => {
  await practice?.stop()
})

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Aide' })
const suggestionsOf = (page: Page) =>
  panelOf(page).getByRole('region', { name: 'Articles suggérés pour cette page' }).getByRole('listitem')
const goTo = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

/** What this device keeps, by path; the widget writes it after the first suggestions. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('fanal:pk_medicab:memory')
      opening.onupgradeneeded = () => opening.transaction?.abort()
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    }).catch(() => null)
    if (!database) return []
    const names = await new Promise<IDBValidKey[]>((resolve) => {
      const asking = database.transaction('kept').objectStore('kept').getAllKeys()
      asking.onsuccess = () => resolve(asking.result)
    })
    database.close()
    return names.map(String)
  })

const countSignals = async (name: SignalName, matches: (props: Record<string, unknown>) => boolean) =>
  (await practice.server.services.store.signals.read('medicab')).filter(
    (signal) => signal.name === name && matches(signal.props as unknown as Record<string, unknown>),
  ).length

test('help that was seen is there without the network, and what happened meanwhile leaves once it is back', async ({
  browser,
}) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  const chunks: string[] = []
  page.on('requestfinished', (request) => chunks.push(request.url()))

  await test.step('nothing is kept before the first use', async () => {
    await page.waitForLoadState('networkidle')
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage).filter((name) => name.startsWith('fanal')),
      session: Object.keys(sessionStorage).filter((name) => name.startsWith('fanal')),
      databases: (await indexedDB.databases()).length,
      caches: await caches.keys(),
    }))
    expect(kept).toEqual({ local: [], session: [], databases: 0, caches: [] })
  })

  await test.step('used online: two pages and one article; the views are fetched at rest', async () => {
    await openHelp(page)
    await expect(suggestionsOf(page)).toHaveCount(3)
    await suggestionsOf(page).filter({ hasText: 'B2-043' }).getByRole('button').click()
    await expect(
      panelOf(page).getByRole('heading', { name: 'Corriger une feuille rejetée (erreur B2-043)' }),
    ).toBeVisible()
    await page.keyboard.press('Escape')
    await goTo(page, 'Télétransmission')
    await openHelp(page)
    await page.evaluate('fanal("open", "home")')
    await expect(suggestionsOf(page).first()).toContainText('Télétransmission')
    await page.keyboard.press('Escape')
    await expect.poll(() => keptPaths(page)).toContain('/v1/articles/corriger-rejet-b2-043')
    await expect.poll(() => keptPaths(page)).toContain('/v1/device-index?locale=fr')
    for (const view of ['search', 'article', 'contact', 'device'])
      await expect.poll(() => chunks.some((url) => url.includes(`/${view}-`)), { message: view }).toBe(true)
  })

  await page.context().setOffline(true)

  await test.step('offline: the suggestions of a page that was seen', async () => {
    await goTo(page, 'Facturation')
    await openHelp(page)
    await expect(suggestionsOf(page)).toHaveCount(3)
    await expect(suggestionsOf(page).filter({ hasText: 'B2-043' })).toBeVisible()
  })

  await test.step('offline: an article that was seen', async () => {
    await page.evaluate('fanal("article", "corriger-rejet-b2-043")')
    await expect(
      panelOf(page).getByRole('heading', { name: 'Corriger une feuille rejetée (erreur B2-043)' }),
    ).toBeVisible()
  })

  await test.step('offline: a search finds what was seen, and says so', async () => {
    await searchFor(panelOf(page), 'feuille rejetée')
    await expect(
      panelOf(page).getByText('La recherche est injoignable. Voici ce que cet appareil a gardé.'),
    ).toBeVisible()
    await panelOf(page).getByRole('button', { name: 'Corriger une feuille rejetée (erreur B2-043)' }).click()
    await expect(panelOf(page).getByRole('heading', { level: 2, name: /^Corriger une feuille rejetée/ })).toBeVisible()
  })

  await test.step('offline: a symptom finds an article that nobody opened here, whose text needs the network', async () => {
    await searchFor(panelOf(page), "mon médicament n'est pas dans la liste")
    const result = panelOf(page).getByRole('listitem').first()
    await expect(result).toContainText('Mettre à jour la base médicaments')
    await result.getByRole('button').click()
    await expect(
      panelOf(page).getByRole('heading', { level: 2, name: 'Mettre à jour la base médicaments' }),
    ).toBeVisible()
    await expect(panelOf(page).getByText(/^Le texte de cet article n’est pas sur cet appareil/)).toBeVisible()
  })

  await test.step('offline: a message to support is kept, with telephone and mail beside it', async () => {
    await page.evaluate('fanal("contact", { subject: "Lot en attente" })')
    await panelOf(page).getByLabel('Que se passe-t-il').fill('Le lot de ce matin ne part pas.')
    await panelOf(page).getByLabel('Votre adresse e-mail').fill('dr.aubry@example.com')
    await panelOf(page).getByRole('button', { name: 'Envoyer' }).click()
    await expect(panelOf(page).getByRole('link', { name: /01/ }).first()).toBeVisible()
    await expect(panelOf(page).getByLabel('Que se passe-t-il')).toHaveValue('Le lot de ce matin ne part pas.')
  })

  await page.context().setOffline(false)

  await test.step('back online: the signals of the time without network leave, once', async () => {
    const opened = () =>
      countSignals('article_opened', (props) => props.articleId === 'corriger-rejet-b2-043' && props.from === 'api')
    await expect.poll(opened, { timeout: 30_000 }).toBe(1)
    await page.reload()
    await openHelp(page)
    await expect(suggestionsOf(page)).toHaveCount(3)
    expect(await opened()).toBe(1)
  })
})

test('another page view opens the panel without the network, from what the browser and the device kept', async ({
  browser,
}) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  // The host's own pages are there without network, as with a service worker; Fanal is not.
  await openHelp(page)
  await expect(suggestionsOf(page)).toHaveCount(3)
  await suggestionsOf(page).filter({ hasText: 'B2-043' }).getByRole('button').click()
  await expect.poll(() => keptPaths(page)).toContain('/v1/articles/corriger-rejet-b2-043')
  await expect.poll(() => keptPaths(page)).toContain('/v1/device-index?locale=fr')
  const reached: string[] = []
  page.on('requestfinished', (request) => request.url().startsWith(practice.server.url) && reached.push(request.url()))
  await page.route(`${practice.server.url}/v1/**`, (route) => route.abort('internetdisconnected'))
  await page.reload()
  await openHelp(page)
  await expect(suggestionsOf(page)).toHaveCount(3)
  await test.step('an article that was read, with the day it is from', async () => {
    await suggestionsOf(page).filter({ hasText: 'B2-043' }).getByRole('button').click()
    await expect(panelOf(page).getByRole('heading', { level: 2, name: /^Corriger une feuille rejetée/ })).toBeVisible()
    await expect(panelOf(page).getByText(/^Copie gardée sur cet appareil, du \d+/)).toBeVisible()
  })

  await test.step('the ways to support, though the settings did not come', async () => {
    await page.evaluate('fanal("contact", { subject: "Lot en attente", message: "Il ne part pas." })')
    await panelOf(page).getByLabel('Votre adresse e-mail').fill('dr.aubry@example.com')
    await panelOf(page).getByRole('button', { name: 'Envoyer' }).click()
    await expect(panelOf(page).getByRole('link', { name: '01 99 00 12 34' })).toBeVisible()
  })
  expect(reached.filter((url) => url.includes('/v1/'))).toEqual([])
})

for (const [how, block] of [
  ['refused', (page: Page) => page.route('**/v1/signals', (route) => route.abort('blockedbyclient'))],
  ['left without an answer', (page: Page) => page.route('**/v1/signals', () => {})],
] as const)
  test(`signals that are ${how} change nothing for the person`, async ({ browser }) => {
    const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await block(page)
    await openHelp(page)
    await expect(suggestionsOf(page)).toHaveCount(3)
    await searchFor(panelOf(page), 'carte vitale pas lue')
    await panelOf(page).getByRole('listitem').first().getByRole('button').first().click()
    const vote = panelOf(page).getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })
    await vote.getByRole('button', { name: 'Oui' }).click()
    await expect(panelOf(page).getByText('Merci')).toBeVisible()
    await page.evaluate('fanal("contact", { subject: "Lecteur", message: "Il ne lit plus la carte." })')
    await panelOf(page).getByLabel('Votre adresse e-mail').fill('dr.aubry@example.com')
    await panelOf(page).getByRole('button', { name: 'Envoyer' }).click()
    await expect(panelOf(page).getByText(/F-[0-9A-Z]{5}/)).toBeVisible()
    expect(faults).toEqual([])
  })
