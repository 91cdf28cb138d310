/** What the journeys do again and again in the example practice. */
import type { SignalName } from '@fanal/contract'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Practice } from './start-practice.ts'

/** Another doctor at another desk: a browser of their own. */
export async function sitDown(browser: Browser, { app }: Practice, doctor: string, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  // Listened for before the page is there: the doctor who is chosen at first is identified as it loads.
  const identified = page.waitForResponse(
    (answer) => answer.url().includes('/api/fanal-token') && answer.request().postDataJSON()?.doctor === doctor,
  )
  await page.goto(app)
  await page.getByLabel('Compte').selectOption(doctor)
  await identified
  await page.goto(`${app}${path}`)
  return page
}

export async function openHelp(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  await expect(panel).toBeVisible()
  return panel
}

export async function searchFor(panel: Locator, words: string): Promise<void> {
  const box = panel.getByRole('searchbox', { name: "Rechercher dans l'aide" })
  await box.fill(words)
  await box.press('Enter')
}

/** Waits until the server has kept so many signals of a name: what the figures are made of. */
export async function expectSignals({ server }: Practice, name: SignalName, count: number): Promise<void> {
  const kept = async () =>
    (await server.services.store.signals.read('medicab')).filter((signal) => signal.name === name).length
  await expect.poll(kept, { timeout: 30_000, message: name }).toBe(count)
}
