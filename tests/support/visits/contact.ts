/** The form until it is sent, and all that can come between. */
import { button, type Visit } from './desk.ts'

export const contact: Visit = {
  name: 'contact',
  states: [
    {
      name: 'empty',
      async reach({ panel, go, call }) {
        await go('/facturation')
        await call('search', 'feuille rejetée')
        await panel.getByRole('listitem').first().getByRole('button').first().click()
        await call('contact')
        await panel.getByRole('heading', { name: /support$/ }).waitFor()
      },
    },
    {
      name: 'with what is missing',
      async reach({ panel }) {
        await button(panel, /^(Envoyer|Send)$/).click()
        await panel.locator('[aria-invalid]').first().waitFor()
      },
    },
    {
      name: 'with what goes along, one part left out',
      async reach({ panel }) {
        await panel.getByText(/^(Voir ce qui est joint|See what is attached)$/).click()
        await panel.getByRole('checkbox', { name: /^(Recherches|Searches)$/ }).uncheck()
      },
    },
    {
      name: 'offline',
      async reach({ page, panel }) {
        await panel.locator('[name=subject]').fill('Lot refusé')
        await panel.locator('[name=message]').fill('Le lot de ce matin ne part pas.')
        await panel.locator('[name=email]').fill('dr.aubry@example.com')
        await page.context().setOffline(true)
        await button(panel, /^(Envoyer|Send)$/).click()
        await panel
          .getByRole('alert')
          .filter({ hasText: /coupée|offline/ })
          .waitFor()
      },
    },
    {
      name: 'online again',
      async reach({ page, panel }) {
        await page.context().setOffline(false)
        await panel
          .getByRole('alert')
          .filter({ hasText: /revenue|online again/ })
          .waitFor()
      },
    },
    {
      name: 'failed',
      async reach({ page, panel }) {
        await page.route('**/v1/contacts', (route) =>
          route.fulfill({ status: 503, json: {}, headers: { 'access-control-allow-origin': '*' } }),
        )
        await button(panel, /^(Envoyer|Send)$/).click()
        await panel
          .getByRole('alert')
          .filter({ hasText: /ne répond pas|not answering/ })
          .waitFor()
        await page.unroute('**/v1/contacts')
      },
    },
    {
      name: 'sent',
      async reach({ panel }) {
        await button(panel, /^(Envoyer|Send)$/).click()
        await panel.getByText(/F-[0-9A-Z]{5}/).waitFor()
      },
    },
  ],
}
