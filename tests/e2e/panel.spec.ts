/** The panel in the example practice: truly modal on a phone, a side panel on a desktop, forward again, and from no result to a person. */
import { expect, test } from '@playwright/test'
import { openHelp, searchFor, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})
test.afterAll(() => practice?.stop())

test('on a phone it covers the page, which can be neither reached nor scrolled, until it is closed', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'fr-FR',
  })
  const page = await context.newPage()
  await page.goto(`${practice.app}/facturation`)
  const panel = await openHelp(page)
  await expect(
    panel.getByRole('region', { name: 'Articles suggérés pour cette page' }).getByRole('listitem'),
  ).toHaveCount(3)
  await expect(panel).toHaveAttribute('aria-modal', 'true')
  // It has come up from below.
  await expect
    .poll(async () => Object.values((await panel.boundingBox()) ?? {}).map(Math.round))
    .toEqual([0, 0, 360, 740])
  for (let pressed = 0; pressed < 20; pressed++) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => ['FANAL-HELP', 'BODY'].includes(document.activeElement?.tagName ?? ''))).toBe(true)
  await page.mouse.move(100, 20)
  await page.mouse.wheel(0, 400)
  await page.mouse.move(100, 400)
  await page.mouse.wheel(0, 4000)
  await page.mouse.wheel(0, 4000)
  await expect.poll(() => panel.locator('.view').evaluate((view) => view.scrollTop)).toBeGreaterThan(0)
  expect(await page.evaluate(() => [scrollY, document.querySelectorAll('[inert]').length])).toEqual([0, 0])
  await page.setViewportSize({ width: 740, height: 360 })
  await expect(panel).not.toHaveAttribute('aria-modal')
  await expect(panel).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(panel).toHaveAttribute('aria-modal', 'true')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.getByRole('button', { name: 'Aide', exact: true })).toBeFocused()
  await context.close()
})

test('expands to a side panel, which the next page remembers', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  const panel = await openHelp(page)
  await panel.getByRole('button', { name: 'Agrandir en panneau latéral' }).click()
  await expect.poll(() => panel.boundingBox()).toEqual({ x: 720, y: 0, width: 560, height: 800 })
  await page.goto(`${practice.app}/patients`)
  await openHelp(page)
  await expect.poll(() => panel.boundingBox()).toEqual({ x: 720, y: 0, width: 560, height: 800 })
  await panel.getByRole('button', { name: 'Réduire' }).click()
  await expect.poll(async () => (await panel.boundingBox())?.width).toBe(402)
})

test('goes back and forward by key, and the page stays where it is', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/facturation')
  const panel = await openHelp(page)
  await panel.getByRole('button', { name: 'Agrandir en panneau latéral' }).waitFor()
  const suggested = panel.getByRole('region', { name: 'Articles suggérés pour cette page' })
  await suggested.getByRole('listitem').first().getByRole('button').first().click()
  const vote = panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })
  await expect(vote).toBeAttached()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(suggested).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(vote).toBeAttached()
  expect(new URL(page.url()).pathname).toBe('/facturation')
})

test('from no result to other words, articles that come near, and a person who reads the question', async ({
  browser,
}) => {
  const page = await sitDown(browser, practice, 'dr-legoff', '/patients')
  const panel = await openHelp(page)
  await searchFor(panel, 'télécopie sécurisée')
  await expect(
    panel.getByRole('status').filter({ hasText: 'Aucun résultat pour « télécopie sécurisée »' }),
  ).toBeVisible()
  await expect(panel.getByRole('region', { name: 'Peut-être' }).getByRole('listitem').first()).toBeVisible()
  await panel.getByRole('button', { name: 'Écrire au support' }).click()
  await expect(panel.getByLabel('Sujet')).toHaveValue('télécopie sécurisée')
  await panel.getByRole('button', { name: 'Retour' }).click()
  await panel.getByRole('button', { name: 'Rechercher « sécurisée »' }).click()
  await expect(panel.getByRole('searchbox')).toHaveValue('sécurisée')
  await expect(panel.getByRole('status').filter({ hasText: /^\d+ résultats?$|^Nous ne sommes pas sûrs/ })).toBeVisible()
  await expect(panel.getByRole('listitem').first()).toBeVisible()
})
