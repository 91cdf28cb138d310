/** Search boxes made for Algolia, unchanged, on the example practice's help: what they find, count and mark, and what their clicks tell. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@fanal/server'
import { expect, type Page, test } from '@playwright/test'
import { repositoryRoot } from '../support/source-files.ts'
import { type AlgoliaPages, serveAlgoliaPages } from './algolia-pages.ts'

let site: AlgoliaPages
let fanal: RunningServer
let folder: string

test.beforeAll(async () => {
  site = await serveAlgoliaPages()
  folder = mkdtempSync(join(tmpdir(), 'fanal-algolia-'))
  cpSync(join(repositoryRoot, 'examples', 'cabinet', 'help'), join(folder, 'help'), { recursive: true })
  fanal = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    contentDirs: [join(folder, 'help')],
    extraOrigins: [site.origin],
    logLevel: 'error',
  })
  site.fanal = new URL(fanal.url)
})

test.afterAll(async () => {
  site?.close()
  await fanal?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a page; whatever goes wrong in it, and every request that leaves for another place, is kept. */
async function open(page: Page, path: string): Promise<{ faults: string[] }> {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.route(
    (url) => url.origin !== site.origin && url.origin !== fanal.url,
    (route) => {
      faults.push(`asked ${route.request().url()}`)
      return route.abort()
    },
  )
  await page.goto(site.origin + path)
  return { faults }
}

/** The last result clicked, with the query it was found by. */
async function lastClick(): Promise<{ query: string; articleId: string; position: number } | null> {
  const signals = await fanal.services.store.signals.read('medicab')
  const click = signals.findLast((signal) => signal.name === 'result_clicked')
  if (click?.name !== 'result_clicked') return null
  const search = signals.find((one) => one.name === 'search_committed' && one.props.searchId === click.props.searchId)
  const query = search?.name === 'search_committed' ? search.props.query : ''
  return { query, articleId: click.props.articleId, position: click.props.position }
}

for (const version of ['4', '5']) {
  test(`InstantSearch with version ${version} of the client finds, marks, counts, narrows and reports a click`, async ({
    page,
  }) => {
    const { faults } = await open(page, `/instantsearch-${version}`)
    const hits = page.locator('#hits li')
    await expect(page.locator('#stats')).toHaveText(/^\d{2} articles$/)
    await expect(hits).toHaveCount(4)
    await expect(page.locator('#pages')).toContainText('2')

    const searchBox = page.getByRole('searchbox').first()
    await searchBox.fill('feuille rejetée')
    await expect(hits.first().locator('a')).toHaveText('Corriger une feuille rejetée (erreur B2-043)')
    await expect(hits.first().locator('a mark, a em')).toHaveText(['feuille', 'rejetée'])

    await searchBox.fill('')
    await page.locator('#categories').getByRole('searchbox').fill('ordo')
    await expect(page.locator('#categories li')).toHaveText([/^\s*Ordonnances\s*\d+\s*$/])
    await page.locator('#categories').getByRole('checkbox').first().check()
    await expect(page.locator('#stats')).toHaveText(/^\d articles$/)

    await searchBox.fill('imprimante')
    const first = hits.first().locator('a')
    await expect(first).toContainText('imprim')
    const articleId = (await first.getAttribute('href'))?.slice(1)
    await first.click()
    await expect.poll(lastClick).toEqual({ query: 'imprimante', articleId, position: 1 })
    expect(faults).toEqual([])
  })
}

test('Autocomplete finds while one types, marks, and reports the choice', async ({ page }) => {
  const { faults } = await open(page, '/autocomplete')
  await page.getByPlaceholder('Rechercher').fill('carte vital')
  const options = page.getByRole('option')
  await expect(options.first()).toContainText('Vitale')
  expect(await options.count()).toBeLessThanOrEqual(3)
  await expect(options.first().locator('mark').first()).toHaveText(/carte/i)
  await options.first().click()
  await expect.poll(async () => (await lastClick())?.query).toBe('carte vital')
  expect(faults).toEqual([])
})

test('DocSearch shows articles by category, their parts under them, and reports the choice', async ({ page }) => {
  const { faults } = await open(page, '/docsearch')
  await page.getByRole('button', { name: /search/i }).click()
  await page.getByPlaceholder('Search docs').fill('rejet b2-043')
  const first = page.locator('.DocSearch-Hit').first()
  await expect(first).toContainText('Corriger une feuille rejetée (erreur B2-043)')
  await expect(page.locator('.DocSearch-Hit-source').first()).toHaveText('Facturation')
  await expect(first.locator('mark').first()).toBeVisible()
  await expect(first.locator('a')).toHaveAttribute('href', '?fanal-article=corriger-rejet-b2-043')
  await page.keyboard.press('Enter')
  await expect.poll(lastClick).toEqual({ query: 'rejet b2-043', articleId: 'corriger-rejet-b2-043', position: 1 })
  await expect(page).toHaveURL(`${site.origin}/docsearch?fanal-article=corriger-rejet-b2-043`)
  expect(faults).toEqual([])
})

test('the full clients, 4 and 5, read and are refused from a browser page', async ({ page }) => {
  await open(page, '/clients')
  const answers = await page.evaluate(async () => {
    const names = ['client4', 'client5'] as const
    const [client4, client5] = names.map((name) => new Function(`return ${name}`)())
    const index = client4.initIndex('medicab_fr')
    const searchParams = { query: 'ordonnance', filters: 'category:Ordonnances', hitsPerPage: 1 }
    const of4 = await index.search('ordonnance', { filters: 'category:Ordonnances', hitsPerPage: 1 })
    const of5 = await client5.searchSingleIndex({ indexName: 'medicab_fr', searchParams })
    const values4 = await index.searchForFacetValues('category', 'fact')
    const values5 = await client5.searchForFacetValues({
      indexName: 'medicab_fr',
      facetName: 'category',
      searchForFacetValuesRequest: { facetQuery: 'fact' },
    })
    const refusal = (error: { status: number; message: string }) => [error.status, error.message]
    return {
      same: of4.hits[0].objectID === of5.hits[0].objectID,
      categories: [of4.hits[0].category, of5.hits[0].category],
      values: [values4.facetHits[0].highlighted, values5.facetHits[0].highlighted],
      refused4: await index.search('x', { filters: '(locale:fr' }).catch(refusal),
      refused5: await client5
        .searchSingleIndex({ indexName: 'medicab_fr', searchParams: { filters: '(locale:fr' } })
        .catch(refusal),
    }
  })
  const refused = [400, 'filters: a ")" is missing at position 10.']
  expect(answers).toEqual({
    same: true,
    categories: ['Ordonnances', 'Ordonnances'],
    values: ['<em>Fact</em>uration', '<em>Fact</em>uration'],
    refused4: refused,
    refused5: refused,
  })
})
