/** "We wrote it": who searched in vain is told of the article that answers it now, the next time they open the panel, once. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectSignals, openHelp, searchFor, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

const words = 'télécopie sécurisée'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})
test.afterAll(async () => {
  await practice?.stop()
})

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Aide' })
const writtenOf = (page: Page) => panelOf(page).getByRole('region', { name: 'Nous avons écrit cet article' })
/** The rest of home has been drawn: what is most read is asked for after what the device knows. */
const homeIsWhole = (page: Page) => page.waitForResponse((answer) => answer.url().includes('popular='))

/** What the index is asked in the person's name, without their doing. */
function watchQuestions(page: Page): unknown[] {
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (!request.url().includes('/1/indexes/*/queries')) return
    asked.push(
      ...request.postDataJSON().requests.filter(({ analytics }: { analytics?: boolean }) => analytics === false),
    )
  })
  return asked
}

test('a search in vain is asked again until an article answers it', async ({ browser }) => {
  const page = await sitDown(browser, practice, 'dr-aubry', '/integrations')
  const asked = watchQuestions(page)

  await test.step('searched in vain', async () => {
    const whole = homeIsWhole(page)
    const panel = await openHelp(page)
    await whole
    await searchFor(panel, words)
    await expect(panel.getByRole('status').filter({ hasText: 'Aucun résultat' })).toBeVisible()
    await expectSignals(practice, 'search_committed', 1)
  })

  await test.step('somebody writes the article', async () => {
    writeFileSync(
      join(practice.helpDir, 'articles', 'integrations', 'telecopie.md'),
      [
        '---',
        'title: Envoyer une télécopie sécurisée',
        'category: Intégrations',
        'summary: Par la messagerie de santé, depuis le dossier.',
        'symptoms: [télécopie sécurisée]',
        '---',
        'Ouvrez le dossier, puis **Envoyer**.',
        '',
      ].join('\n'),
    )
    const isThere = async () => (await fetch(`${practice.server.url}/v1/articles/telecopie?key=pk_medicab`)).status
    await expect.poll(isThere, { timeout: 30_000 }).toBe(200)
  })

  await test.step('the next visit tells it, and opens it', async () => {
    expect(asked).toEqual([])
    await page.reload()
    await openHelp(page)
    await expect(writtenOf(page)).toContainText(/Vous cherchiez\s«\s?télécopie sécurisée\s?»/)
    expect(asked).toMatchObject([{ query: words, hitsPerPage: 3 }])
    await writtenOf(page).getByRole('button', { name: 'Envoyer une télécopie sécurisée' }).click()
    await expect(
      panelOf(page).getByRole('heading', { level: 2, name: 'Envoyer une télécopie sécurisée' }),
    ).toBeVisible()
    await expect(panelOf(page).getByText('Ouvrez le dossier')).toBeVisible()
  })

  await test.step('and never again, nor was asking told as a search', async () => {
    await page.reload()
    const whole = homeIsWhole(page)
    await openHelp(page)
    await whole
    await expect(writtenOf(page)).toHaveCount(0)
    expect(asked).toHaveLength(1)
    await expectSignals(practice, 'search_committed', 1)
  })
})
