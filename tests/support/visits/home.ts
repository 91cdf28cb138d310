/** Home in all it can hold, and without an answer. */
import { expect, type Page } from '@playwright/test'
import { answerWith, button, type Visit } from './desk.ts'

const popular = ['teletransmission-ne-part-pas', 'sauvegarder-donnees'].map((id) => ({
  id,
  title: id === 'sauvegarder-donnees' ? 'Sauvegarder vos données' : 'La télétransmission ne part pas',
  summary: null,
  category: 'Télétransmission',
  why: 'popular',
}))

export const home: Visit = {
  name: 'home',
  states: [
    {
      name: 'loading',
      async reach({ page, panel, go, call }) {
        await page.route('**/v1/suggestions**', () => {})
        await go('/facturation')
        await call('open')
        await panel.locator('[aria-busy=true]').first().waitFor()
      },
    },
    {
      name: 'failed',
      async reach({ page, panel, go, call }) {
        await page.route('**/v1/suggestions**', (route) => route.abort())
        await go('/facturation')
        await call('open')
        await panel.getByText(/n’arrivent pas|not getting through/).waitFor()
      },
    },
    {
      name: 'empty',
      async reach({ page, panel, go, call }) {
        await page.route('**/v1/suggestions**', answerWith([]))
        await go('/facturation')
        await call('open')
        await panel.getByText(/Rien de particulier|Nothing in particular/).waitFor()
      },
    },
    {
      name: 'with what is read most, and a running flow',
      async reach({ page, panel, go, call }) {
        await page.unroute('**/v1/suggestions**')
        await page.route('**/v1/suggestions**popular**', answerWith(popular))
        await go('/parametres/imprimantes')
        await call('flow', 'imprimante-ordonnances', { step: 'voyant' })
        await page.getByRole('dialog', { name: 'Regardez l’imprimante' }).waitFor()
        await call('open')
        await button(panel, /^(Reprendre|Resume) (le|the) guide/).waitFor()
        await panel.getByRole('region', { name: /^(Les plus lus|Most read)$/ }).waitFor()
        await call('flow', 'stop')
      },
    },
    {
      name: 'with an article half read, and one that answers what was searched in vain',
      async reach({ page, panel, go, call }) {
        await call('search', 'télécopie sécurisée')
        await panel.getByRole('status').filter({ hasText: 'télécopie' }).waitFor()
        await panel.getByRole('searchbox').press('Enter')
        await call('article', 'voyants-imprimante')
        await panel.getByRole('heading', { name: 'Retirer un papier coincé' }).scrollIntoViewIfNeeded()
        await kept(page, 'unanswered')
        await kept(page, 'places')
        await page.route('**/1/indexes/*/queries', (route) =>
          answerWith({
            results: [
              { hits: [{ objectID: 'connecter-mssante', title: 'Connecter MSSanté', updatedAt: '2099-01-01' }] },
            ],
          })(route),
        )
        await go('/parametres')
        await call('open')
        await panel.getByRole('region', { name: /^(Nous avons écrit|We wrote)/ }).waitFor()
        await panel.getByRole('region', { name: /^(Reprendre la lecture|Continue reading)$/ }).waitFor()
        await page.unroute('**/1/indexes/*/queries')
      },
    },
    {
      name: 'with recent searches',
      async reach({ page, panel }) {
        await panel.getByRole('searchbox').click()
        await panel.getByRole('region', { name: /récentes|Recent/ }).waitFor()
        await page.keyboard.press('ArrowDown')
      },
    },
  ],
}

/** Waits until the device's ledger holds something under that name. */
async function kept(page: Page, name: string): Promise<void> {
  const read = () =>
    page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('fanal:pk_medicab:memory')
          opening.onsuccess = () => {
            const asking = opening.result.transaction('kept').objectStore('kept').get('ledger')
            asking.onsuccess = () =>
              resolve(Object.keys(asking.result?.[wanted] ?? asking.result?.value?.[wanted] ?? {}).length)
          }
        }),
      name,
    )
  await expect.poll(read, { message: name }).toBeGreaterThan(0)
}
