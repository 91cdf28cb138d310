/** Every way a guided flow starts, in the real application. What each step then does is the flows' own journeys' to show. */
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

const firstStep = (page: Page) => page.getByRole('dialog', { name: 'Ouvrez les paramètres' })
const offer = (page: Page) => page.getByRole('region', { name: 'Configurer l’imprimante d’ordonnances' })

test('a link with ?fanal-flow starts it, once, and leaves the address alone', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/ordonnances?fanal-flow=imprimante-ordonnances')
  await expect(firstStep(page)).toContainText('Étape 1 sur')
  expect(new URL(page.url()).search).toBe('?fanal-flow=imprimante-ordonnances')
  await firstStep(page).getByRole('button', { name: 'Quitter le guide' }).click()
  await expect(firstStep(page)).toBeHidden()
  await page.evaluate(() => history.pushState(null, '', '?fanal-flow=imprimante-ordonnances&page=2'))
  await page.getByRole('link', { name: 'Patients' }).click()
  await expect(firstStep(page)).toBeHidden()
})

test('markup and the host’s code start it, at a step, and stop it', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/ordonnances')
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.textContent = 'Guide d’impression'
    button.dataset.fanalFlow = 'imprimante-ordonnances'
    document.querySelector('main')?.prepend(button)
  })
  await page.getByRole('button', { name: 'Guide d’impression' }).click()
  await expect(firstStep(page)).toBeVisible()
  const call = (...args: unknown[]) =>
    page.evaluate((given) => (window as unknown as { fanal(...args: unknown[]): void }).fanal(...given), args)
  await call('flow', 'stop')
  await expect(firstStep(page)).toBeHidden()
  await page.getByRole('link', { name: 'Paramètres' }).click()
  await call('flow', 'imprimante-ordonnances', { step: 'ouvrir-imprimantes' })
  await expect(page.getByRole('dialog', { name: 'Ouvrez les imprimantes' })).toBeVisible()
})

test('the best answer of a search starts it in one click', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/ordonnances')
  const panel = await openHelp(page)
  await searchFor(panel, "mon ordonnance ne s'imprime pas")
  await panel.getByRole('button', { name: 'Démarrer le guide : Configurer l’imprimante d’ordonnances' }).click()
  await expect(firstStep(page)).toBeVisible()
  await expect(panel).toBeHidden()
})

test('a first visit is offered it and may put it off; the next page load says nothing more', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/parametres/imprimantes')
  await expect(offer(page)).toContainText('nous vous le reproposerons demain')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await offer(page).getByRole('button', { name: 'Plus tard' }).click()
  await expect(offer(page)).toBeHidden()
  const settled = page.waitForResponse('**/v1/config**')
  await page.reload()
  await settled
  const panel = await openHelp(page)
  await expect(panel.getByRole('button').first()).toBeVisible()
  await expect(offer(page)).toBeHidden()
})
