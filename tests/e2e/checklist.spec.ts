/** The checklist of a new practice: from home into its guides and back, told by milestones, up to the activation report. */
import { expect, type Page, test } from '@playwright/test'
import { expectSignals, openHelp, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})

test.afterAll(async () => {
  await practice?.stop()
})

const list = (page: Page) => page.getByRole('region', { name: 'Bien démarrer avec MediCab' })

test('a new practice goes through its list: started, left, resumed, ticked off', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/')
  await openHelp(page)
  await expect(list(page)).toContainText('5 guides pour commencer')
  const printer = 'Configurer l’imprimante d’ordonnances'
  await list(page)
    .getByRole('button', { name: `${printer} – Commencer` })
    .click()

  // Left at its second step, on another page.
  const second = page.getByRole('dialog', { name: 'Ouvrez les imprimantes' })
  await page.getByRole('link', { name: 'Paramètres' }).click()
  await expect(second).toBeVisible()
  await second.getByRole('button', { name: 'Quitter le guide' }).click()
  await expect(second).toBeHidden()
  await openHelp(page)
  await list(page)
    .getByRole('button', { name: `${printer} – Reprendre` })
    .click()
  await expect(second).toBeVisible()
  await second.getByRole('button', { name: 'Quitter le guide' }).click()

  // The host says so: the printer is ready, whoever saw to it.
  await page.evaluate(() =>
    (window as unknown as { fanal(...args: unknown[]): void }).fanal('milestone', 'imprimante-prete'),
  )
  await openHelp(page)
  await expect(list(page)).toContainText('1 sur 5 terminé')
  await expectSignals(practice, 'milestone_reached', 1)

  // The device remembers it.
  await page.reload()
  await openHelp(page)
  await expect(list(page)).toContainText('1 sur 5 terminé')
  await list(page).getByRole('button', { name: 'Plus tard' }).click()
  await expect(list(page)).toBeHidden()
  await page.reload()
  const panel = await openHelp(page)
  await expect(panel.getByRole('region', { name: 'Articles suggérés pour cette page' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Ne plus afficher' })).toBeHidden()
})

test('the report tells how far people got, and the milestone', async () => {
  const answer = await fetch(`${practice.server.url}/v1/reports/flows`, {
    headers: { authorization: `Bearer ${practice.secretKey}` },
  })
  const report = await answer.json()
  const funnel = report.flows.find(({ flowId }: { flowId: string }) => flowId === 'imprimante-ordonnances')
  expect(funnel).toMatchObject({ title: 'Configurer l’imprimante d’ordonnances', starts: 2, left: 2, completed: 0 })
  expect(report.activation).toMatchObject({
    milestone: 'first-teletransmission',
    withinMs: 14 * 86_400_000,
    accounts: 1,
  })
})
