/** A guided flow in the real application, with a real mouse: from the article that offers it to the printer that is ready. */
import { expect, test } from '@playwright/test'
import { expectSignals, openHelp, searchFor, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})

test.afterAll(async () => {
  await practice?.stop()
})

test('the printer flow goes from its article to a printer that is ready', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/ordonnances')
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))

  const panel = await openHelp(page)
  await searchFor(panel, "mon ordonnance ne s'imprime pas")
  await panel.getByRole('button', { name: 'Votre ordonnance ne s’imprime pas' }).click()
  await panel.getByRole('button', { name: 'Démarrer le guide' }).first().click()
  await expect(panel).toBeHidden()

  const step = (title: string) => page.getByRole('dialog', { name: title })
  await expect(step('Ouvrez les paramètres')).toContainText(/Étape 1 sur \d/)
  await page.getByRole('link', { name: 'Paramètres' }).click()
  await expect(step('Ouvrez les imprimantes')).toBeVisible()
  await page.getByRole('link', { name: 'Imprimantes' }).click()
  await expect(step('Regardez l’imprimante')).toContainText('Voyez-vous le voyant vert ?')
  await step('Regardez l’imprimante').getByRole('button', { name: 'Non' }).click()

  await expect(step('Allumez l’imprimante')).toBeVisible()
  await page.getByRole('switch', { name: 'Imprimante allumée' }).click()
  await expect(step('Choisissez l’imprimante')).toBeVisible()
  await page.getByRole('combobox', { name: 'Imprimante', exact: true }).selectOption({ index: 1 })
  await expect(step('Choisissez le bac')).toBeVisible()
  await page.getByRole('combobox', { name: 'Bac à papier' }).selectOption({ index: 1 })
  await expect(step('Imprimez une page de test')).toBeVisible()
  await page.getByRole('button', { name: 'Imprimer une page de test' }).click()

  await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click()
  await expectSignals(practice, 'flow_completed', 1)
  await expectSignals(practice, 'milestone_reached', 1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(faults).toEqual([])
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
