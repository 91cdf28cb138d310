/** What the journeys do again and again in the example practice. */
import type { SignalName } from '@fanal/contract'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Practice } from './start-practice.ts'

/** Another doctor at another desk: a browser of their own. */
export async function sitDown(browser: Browser, { app }: Practice, doctor: string, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(app)
  const identified = page.waitForResponse(
    (answer) => answer.url().includes('/api/fanal-token') && answer.status() === 200,
  )
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
