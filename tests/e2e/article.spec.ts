/** Reading help on the example practice: pictures, links, paper, and what follows when it did not help or did not arrive. */
import { expect, test } from '@playwright/test'
import { expectSignals, openHelp } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})

test.afterAll(() => practice?.stop())

const linkTo = (id: string) => `${practice.app}/parametres/imprimantes?fanal-article=${id}`

test('a link opens the article, a picture of it opens over the window, and Escape leads back', async ({ page }) => {
  await page.goto(linkTo('voyants-imprimante'))
  const panel = page.getByRole('dialog', { name: 'Aide' })
  await expect(panel.getByRole('heading', { name: 'Comprendre les voyants de l’imprimante' })).toBeVisible()
  await panel.getByText('Dans cet article').click()
  const address = page.url()
  await panel.getByRole('button', { name: 'Le voyant reste éteint' }).click()
  await expect(panel.getByRole('heading', { name: 'Le voyant reste éteint' })).toBeFocused()
  expect(page.url()).toBe(address)
  const picture = panel.getByRole('button', { name: /^Agrandir l’image\s: L’arrière/ })
  await picture.click()
  const large = page.getByRole('dialog', { name: /^L’arrière/ })
  await expect(large.getByText(/^L’arrière/)).toBeVisible()
  await page.keyboard.press('+')
  await expect(large.getByRole('status')).toHaveText(/^150\s%$/)
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
  await expect(picture).toBeFocused()
})

test('the link that is copied opens the same article', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${practice.app}/facturation`)
  const panel = await openHelp(page)
  await panel.getByRole('listitem').first().getByRole('button').first().click()
  const title = await panel.getByRole('article').getByRole('heading', { level: 2 }).innerText()
  await panel.getByRole('button', { name: 'Copier le lien' }).click()
  await expect(panel.getByText('Lien copié.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/facturation\?fanal-article=[\w-]+$/)
  const other = await context.newPage()
  await other.goto(link)
  await expect(other.getByRole('article').getByRole('heading', { name: title, level: 2 })).toBeVisible()
})

test('printing puts the article alone on paper, and the page back afterwards', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void dispatchEvent(new Event('beforeprint'))
  })
  await page.goto(linkTo('voyants-imprimante'))
  const title = await page.title()
  await page.getByRole('button', { name: 'Imprimer', exact: true }).click()
  await expect(page).toHaveTitle('Comprendre les voyants de l’imprimante')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('fanal-print').getByText('Retirer un papier coincé')).toBeVisible()
  await expect(page.locator('fanal-print').getByText(/^Mis à jour le .+ · Imprimé le /)).toBeVisible()
  await expect(page.locator('body')).toBeHidden()
  await expect(page.locator('fanal-help')).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.locator('body')).toBeVisible()
  await expect(page.locator('fanal-print')).toHaveCount(0)
  await expect(page).toHaveTitle(title)
})

test('who was not helped writes with what was read; cut off, their words go into a mail', async ({ page }) => {
  await page.goto(linkTo('voyants-imprimante'))
  const panel = page.getByRole('dialog', { name: 'Aide' })
  await panel.getByRole('button', { name: 'Non', exact: true }).click()
  await panel.getByRole('radio', { name: 'Il manque une information' }).check()
  await panel.getByRole('button', { name: 'Envoyer' }).click()
  await panel.getByRole('button', { name: 'Toujours bloqué ? Écrire au support' }).click()
  await expect(panel.getByLabel('Sujet')).toHaveValue('Comprendre les voyants de l’imprimante')
  await panel.getByLabel('Que se passe-t-il ?').fill('Le voyant reste violet.')
  await panel.getByLabel('Votre adresse e-mail').fill('anne@cabinet.fr')
  await panel.getByText('Voir ce qui est joint').click()
  await expect(panel.getByText('Comprendre les voyants de l’imprimante (ne m’a pas aidé)')).toBeVisible()
  await page.route('**/v1/contacts', (route) => route.abort())
  await panel.getByRole('button', { name: 'Envoyer' }).click()
  await expect(panel.getByRole('alert')).toContainText('Votre texte est gardé')
  await expect(panel.getByRole('link', { name: 'support@medicab.example' })).toHaveAttribute(
    'href',
    /&body=Le%20voyant%20reste%20violet\.$/,
  )
  await page.unroute('**/v1/contacts')
  await panel.getByRole('button', { name: 'Envoyer' }).click()
  await expect(panel.getByRole('heading', { name: 'Message envoyé' })).toBeVisible()
  await expect.poll(() => practice.mails.length, { timeout: 30_000 }).toBe(1)
  expect(practice.mails[0]?.text).toContain('Comprendre les voyants de l’imprimante (voyants-imprimante), n’a pas aidé')
  await expectSignals(practice, 'vote_cast', 2)
})
