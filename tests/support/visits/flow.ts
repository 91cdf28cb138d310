/** A guide: offered, asking, pointing, doubting, lost. */
import type { Route } from '@playwright/test'
import { button, type Visit } from './desk.ts'

export const flow: Visit = {
  name: 'flow',
  states: [
    {
      name: 'offered',
      async reach({ page, go }) {
        await page.route('**/v1/flows/**', shortened)
        await go('/parametres/imprimantes')
        await button(page, /^(Commencer le guide|Start the guide)$/).waitFor()
      },
    },
    {
      name: 'a question',
      async reach({ page }) {
        await button(page, /^(Commencer le guide|Start the guide)$/).click()
        await page.getByRole('dialog', { name: 'Regardez l’imprimante' }).waitFor()
      },
    },
    {
      name: 'a step beside its target',
      async reach({ page }) {
        await button(page.getByRole('dialog', { name: 'Regardez l’imprimante' }), /^Non$/).click()
        await page.getByRole('dialog', { name: 'Allumez l’imprimante' }).waitFor()
      },
    },
    {
      name: 'not done yet',
      async reach({ page }) {
        await button(page.getByRole('dialog', { name: 'Allumez l’imprimante' }), /^(Continuer|Continue)$/).click()
        await button(page, /^(Vérifier à nouveau|Check again)$/).waitFor()
      },
    },
    {
      name: 'its target not found',
      async reach({ page, go, call }) {
        await go('/parametres/imprimantes')
        await page.evaluate(() => document.querySelector('[data-field=bac]')?.closest('label, .field, div')?.remove())
        await call('flow', 'imprimante-ordonnances', { step: 'bac' })
        await page.getByText(/n’a pas été trouvé|could not find this place/).waitFor({ timeout: 15_000 })
      },
    },
    {
      name: 'on another page',
      async reach({ page, panel, call }) {
        await page.getByRole('link', { name: 'Patients', exact: true }).click()
        await call('open')
        await button(panel, /^(Reprendre|Resume) (le|the) guide/).click()
        await page.getByText(/vous y attend|waiting for you there/).waitFor()
      },
    },
  ],
}

/** Nobody waits 20 seconds to see that a step is not done. */
async function shortened(route: Route): Promise<void> {
  const answer = await route.fetch()
  const text = (await answer.text())
    .replace(/"withinMs":\d+/g, '"withinMs":400')
    .replace(/"waitMs":\d+/g, '"waitMs":400')
  await route.fulfill({ response: answer, body: text })
}
