/** A project whose settings say `search.engine: algolia`: the widget asks Algolia itself, here its stand-in, and is what it was before. */
import { expect, type Page, test } from '@playwright/test'
import { type AlgoliaStandIn, startAlgolia } from '../support/algolia-stand-in.ts'
import { openHelp, searchFor, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

const who = { appId: 'medicab', searchKey: 'pk_medicab' }
let algolia: AlgoliaStandIn
let practice: Practice

test.beforeAll(async () => {
  algolia = await startAlgolia(() => practice.server.url, who)
  const hosts = ['http://127.0.0.1:9', algolia.url]
  practice = await startPractice({ search: { engine: 'algolia', ...who, hosts, insightsHost: algolia.url } })
})
test.afterAll(async () => {
  await practice?.stop()
  await algolia?.close()
})
test.beforeEach(() => {
  algolia.received = []
  algolia.refused = []
  algolia.failing = null
})

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Aide' })
const names = () => algolia.received.map(({ name }) => name)

/** Requests of the page for a search, by origin. */
function watchSearches(page: Page): string[] {
  const origins: string[] = []
  page.on('request', (request) => {
    const { pathname, origin } = new URL(request.url())
    if (pathname.startsWith('/1/')) origins.push(origin)
  })
  return origins
}

test('a search is answered by Algolia, its click told, and nothing is asked of the Fanal server', async ({
  browser,
}) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  const asked = watchSearches(page)
  await openHelp(page)
  await searchFor(panelOf(page), "l'ordonnance ne sort pas")
  const result = panelOf(page).getByRole('listitem').first()
  await expect(result.locator('mark').first()).toBeVisible()
  await expect(result).toContainText('imprim')
  expect(algolia.received.at(-1)?.body).toMatchObject({
    query: "l'ordonnance ne sort pas",
    ruleContexts: expect.arrayContaining(['page-_facturation']),
    clickAnalytics: true,
  })
  await result.getByRole('button').click()
  await expect(panelOf(page).getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toBeVisible()
  await expect.poll(names).toContain('events')
  expect(algolia.received.at(-1)?.body).toMatchObject({
    events: [{ eventType: 'click', index: 'medicab', objectIDs: ['ordonnance-ne-s-imprime-pas'], positions: [1] }],
  })
  expect(algolia.refused).toEqual([])
  expect([...new Set(asked)].sort()).toEqual(['http://127.0.0.1:9', algolia.url].sort())
})

test('without consent a search works, and Algolia is told of nothing', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  await page.evaluate('fanal("consent", "denied")')
  await openHelp(page)
  await searchFor(panelOf(page), 'carte vitale')
  await panelOf(page).getByRole('listitem').first().getByRole('button').click()
  await expect(panelOf(page).getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toBeVisible()
  expect(algolia.received).toMatchObject([{ name: 'query', body: { analytics: false, clickAnalytics: false } }])
  expect(algolia.refused).toEqual([])
})

test('what comes near a search in vain is asked of Algolia, too', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  await openHelp(page)
  await searchFor(panelOf(page), 'zzyzx qwfpgj imprimante')
  await expect.poll(names).toContain('query')
  await searchFor(panelOf(page), 'pizza napolitaine chaude')
  await expect(panelOf(page).getByRole('button', { name: 'Contacter le support' }).first()).toBeVisible()
  await expect.poll(names).toContain('queries')
  expect(algolia.refused).toEqual([])
})

test('while Algolia fails, the device answers from the whole help', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  const fetched = page.waitForResponse((response) => response.url().includes('/v1/device-index'))
  const chunk = page.waitForResponse((response) => /\/device-[^/]*\.js$/.test(response.url()))
  await openHelp(page)
  await Promise.all([fetched, chunk])
  algolia.failing = { status: 503 }
  await searchFor(panelOf(page), "mon médicament n'est pas dans la liste")
  await expect(panelOf(page).getByText('La recherche est injoignable.')).toBeVisible()
  await panelOf(page).getByRole('button', { name: 'Mettre à jour la base médicaments' }).click()
  // The article itself is the Fanal server's.
  await expect(panelOf(page).getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toBeVisible()
})
