/** From a step of a guided flow to support, in the real application; the flows themselves are walked in flows/. */
import { expect, test } from '@playwright/test'
import { sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})

test.afterAll(async () => {
  await practice?.stop()
})

test('a step can be left for support, with the state of the flow', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-kermarec', '/parametres/imprimantes')
  await page.getByRole('button', { name: 'Commencer le guide' }).click()
  const card = page.getByRole('dialog', { name: 'Regardez l’imprimante' })
  await card.getByRole('button', { name: 'Contacter le support' }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  await panel.getByLabel('Sujet').fill('Pas de voyant vert')
  await panel.getByLabel('Que se passe-t-il').fill('L’imprimante ne s’allume pas.')
  await panel.getByLabel('Votre adresse e-mail').fill('kermarec@cabinet-du-port.example')
  await panel.getByRole('button', { name: 'Envoyer' }).click()
  await expect(panel.getByText(/F-[0-9A-Z]{5}/)).toBeVisible()
  const [contact] = await practice.server.services.store.contacts.read('medicab')
  expect(contact?.request.context?.flow).toMatchObject({ id: 'imprimante-ordonnances', version: 1, stepId: 'voyant' })
})

test('support is asked at a step and put off: the flow waits, and goes on with the answer given', async ({
  browser,
}) => {
  const page = await sitDown(browser, practice, 'dr-kermarec', '/parametres/imprimantes')
  await page.evaluate('fanal("flow", "imprimante-ordonnances", { step: "voyant" })')
  const card = page.getByRole('dialog', { name: 'Regardez l’imprimante' })
  await card.getByRole('button', { name: 'Contacter le support' }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  await expect(panel.getByLabel('Sujet')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await card.getByRole('button', { name: 'Oui' }).click()
  await expect(page.getByRole('dialog', { name: 'Choisissez l’imprimante' })).toBeVisible()
})

test('a window that the page opens has a copy of the progress, and leaves the flow to the first one', async ({
  browser,
}) => {
  const page = await sitDown(browser, practice, 'dr-kermarec', '/parametres/imprimantes')
  await page.evaluate('fanal("flow", "imprimante-ordonnances", { step: "voyant" })')
  await expect(page.getByRole('dialog', { name: 'Regardez l’imprimante' })).toBeVisible()
  const opened = page.waitForEvent('popup')
  await page.evaluate('void window.open(location.href)')
  const copy = await opened
  await expect(copy.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
  expect(await copy.evaluate('sessionStorage.length')).toBeGreaterThan(0)
  const locks = () => copy.evaluate('navigator.locks.query().then(({ pending }) => pending.length)')
  await expect.poll(locks).toBe(0)
  await expect(copy.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click()
  await page.close()
  await copy.reload()
  await expect(copy.getByRole('dialog')).toBeVisible()
})
