/** Help for an error: the app shows it, the article is offered beside the launcher, and what happened reaches the server. */
import { expect, test } from '@playwright/test'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})

test.afterAll(async () => {
  await practice?.stop()
})

const readSignals = async (name: string) =>
  (await practice.server.services.store.signals.read('medicab')).filter((signal) => signal.name === name)

test('a rejected batch offers its article, which opens by the error', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(`${practice.app}/facturation`)
  await expect(page.getByRole('alert')).toContainText('B2-043')
  const offer = page.getByRole('button', { name: /Aide pour cette erreur\s:\sB2-043/ })
  await expect(offer).toBeVisible()

  await test.step('before it is taken nothing has left the page, and nothing was opened', async () => {
    await expect(page.getByRole('dialog', { name: 'Aide' })).toBeHidden()
    expect(requests.filter((path) => path.startsWith('/v1/'))).toEqual(['/v1/config'])
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('fanal')))).toEqual([])
  })

  await test.step('one click later the article is there', async () => {
    await offer.click()
    const panel = page.getByRole('dialog', { name: 'Aide' })
    await expect(panel.getByRole('heading', { name: 'Corriger une feuille rejetée (erreur B2-043)' })).toBeVisible()
    await expect(offer).toBeHidden()
  })

  await test.step('and the owners see which error led to it', async () => {
    await expect.poll(() => readSignals('article_opened'), { timeout: 20_000 }).toHaveLength(1)
    expect((await readSignals('panel_opened')).map(({ props }) => props)).toEqual([{ by: 'error' }])
    expect((await readSignals('error_seen')).map(({ props }) => props)).toEqual([{ code: 'B2-043' }])
    expect((await readSignals('article_opened'))[0]?.props).toMatchObject({
      articleId: 'corriger-rejet-b2-043',
      from: 'suggestion',
    })
  })

  await test.step('it is not offered again in this session, and another error is, though nobody told of it', async () => {
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('B2-043')
    await page.evaluate(() => {
      const alert = Object.assign(document.createElement('p'), {
        role: 'alert',
        textContent: 'Impression refusée (IMP_02)',
      })
      document.querySelector('main')?.append(alert)
    })
    await expect(page.getByRole('button', { name: /Aide pour cette erreur\s:\sIMP-02/ })).toBeVisible()
    await expect(offer).toBeHidden()
  })
})
