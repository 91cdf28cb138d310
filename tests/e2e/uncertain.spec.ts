/**
 * Honesty about guesses: what nothing in the help answers is shown as uncertain, with support first, and counts as failed; and the page
 * one is on decides between articles that say the same words.
 */
import type { SearchesReport, SignalProps } from '@fanal/contract'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { findBarriers } from '../support/check-controls.ts'
import { expectSignals, openHelp, searchFor, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

/** The practice's help has articles about documents and about card readers, and none about a scanner. */
const symptom = 'le scanner ne numérise pas les documents'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})
test.afterAll(async () => {
  await practice?.stop()
})

const askSupport = (panel: Locator) => panel.getByRole('button', { name: 'Écrire au support' })
const firstHit = (panel: Locator) =>
  panel.getByRole('region', { name: 'Résultats de la recherche' }).getByRole('listitem').first()

async function readSearches(): Promise<SearchesReport> {
  const answer = await fetch(`${practice.server.url}/v1/reports/searches`, {
    headers: { authorization: `Bearer ${practice.secretKey}` },
  })
  return (await answer.json()) as SearchesReport
}

async function isAbove(upper: Locator, lower: Locator): Promise<boolean> {
  const [above, below] = await Promise.all([upper.boundingBox(), lower.boundingBox()])
  return above !== null && below !== null && above.y + above.height <= below.y
}

test('a symptom that nothing answers: guesses are called so, support comes first, and the search counts as failed', async ({
  browser,
}) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/ordonnances')
  const panel = await openHelp(page)

  await test.step('guesses are called guesses', async () => {
    await searchFor(panel, symptom)
    await expect(panel.getByRole('status').filter({ hasText: /Nous ne sommes pas sûrs/ })).toBeVisible()
    await expect(panel.getByRole('region', { name: 'Dire autrement' })).toBeVisible()
    expect(await isAbove(askSupport(panel), firstHit(panel))).toBe(true)
    expect(await isAbove(firstHit(panel), panel.getByRole('region', { name: 'Dire autrement' }))).toBe(true)
  })

  await test.step('on a desk and on a telephone, light and dark, without a barrier', async () => {
    const found: string[] = []
    for (const width of [1280, 360])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 740 })
        await page.emulateMedia({ colorScheme })
        found.push(...(await findBarriers(page)))
      }
    expect(found).toEqual([])
  })

  await test.step('support is one click away, with the question', async () => {
    await askSupport(panel).click()
    await expect(panel.getByRole('textbox', { name: /question|problème|message|sujet|objet/i }).first()).toHaveValue(
      symptom,
    )
  })

  await test.step('the owners see a search that failed although it found something', async () => {
    await expectSignals(practice, 'search_committed', 1)
    const [search] = await practice.server.services.store.signals.read('medicab', { names: ['search_committed'] })
    const told = search?.props as SignalProps['search_committed'] | undefined
    expect(told?.query).toBe(symptom)
    expect(told?.hits).toBeGreaterThan(0)
    expect(told?.confidence).toBeLessThan(0.5)
    expect(await readSearches()).toMatchObject({
      committed: 1,
      noResult: { value: 0 },
      failed: { value: 1 },
    })
  })
})

test('the same word finds another article first on another page', async ({ browser }) => {
  const firstOn = async (page: Page, path: string): Promise<string> => {
    await page.goto(`${practice.app}${path}`)
    const panel = await openHelp(page)
    await searchFor(panel, 'carte')
    await expect(panel.getByRole('status').filter({ hasText: /résultats$/ })).toBeVisible()
    // The best answer's guide may stand beside it.
    return firstHit(panel).getByRole('button').first().innerText()
  }
  const page = await sitDown(browser, practice, 'dr-aubry', '/')
  expect(await firstOn(page, '/facturation')).toBe('Établir une feuille de soins électronique (FSE)')
  expect(await firstOn(page, '/parametres/carte-vitale')).toBe('Installer et tester le lecteur de carte Vitale')
})
