/** Articles as they are read, judged, copied, enlarged, and as they do not arrive. */
import { expect } from '@playwright/test'
import { button, type Visit } from './desk.ts'

export const reading: Visit = {
  name: 'article',
  states: [
    {
      name: 'long, with its contents open',
      async reach({ panel, go, call }) {
        await go('/parametres/imprimantes')
        await call('article', 'voyants-imprimante')
        await panel.getByText(/^(Dans cet article|In this article)$/).click()
        await button(panel, /^(Imprimer|Print)$/).waitFor()
        await panel.locator('.body img').last().scrollIntoViewIfNeeded()
        await button(panel, /^(Agrandir l’image|Enlarge the image)/)
          .first()
          .waitFor()
      },
    },
    {
      name: 'not helpful, and why',
      async reach({ panel }) {
        await button(panel, /^(Non|No)$/).click()
        await panel.getByRole('radio').first().check()
        await panel.getByRole('textbox', { name: /facultatif|optional/ }).fill('Où est le bac ?')
      },
    },
    {
      name: 'not helpful, told why',
      async reach({ panel }) {
        await button(panel, /^(Envoyer|Send)$/).click()
        await panel.getByText(/précisions|passed on/).waitFor()
      },
    },
    {
      name: 'helpful',
      async reach({ panel }) {
        await button(panel, /^(Oui|Yes)$/).click()
        await expect(button(panel, /^(Oui|Yes)$/)).toHaveAttribute('aria-pressed', 'true')
      },
    },
    {
      name: 'a picture over the window, enlarged',
      async reach({ page, panel }) {
        await button(panel, /^(Agrandir l’image|Enlarge the image)/)
          .first()
          .click()
        await button(page, /^(Agrandir|Zoom in)$/).click()
        await page.getByText(/^150\s?%$/).waitFor()
      },
    },
    {
      name: 'a vote of another day, a link to copy by hand, a picture that is missing',
      async reach({ page, panel, go, call }) {
        await page.route('**/*.png', (route) => route.abort())
        await go('/parametres/imprimantes')
        await page.evaluate(() => {
          Object.defineProperty(navigator, 'clipboard', { value: undefined })
          document.execCommand = () => false
        })
        await call('article', 'voyants-imprimante')
        await panel.getByText(/déjà répondu|already answered/).waitFor()
        await button(panel, /^(Copier le lien|Copy link)$/).click()
        await panel.getByRole('textbox', { name: /adresse|address/ }).waitFor()
        await panel.locator('.body img').last().scrollIntoViewIfNeeded()
        await panel
          .getByText(/ne s’affiche pas|does not show/)
          .first()
          .waitFor()
      },
    },
    {
      name: 'modal',
      async reach({ page, call }) {
        await call('article', 'sauvegarder-donnees', { type: 'modal' })
        await page.locator('dialog.modal').getByRole('article').waitFor()
      },
    },
    {
      name: 'gone',
      async reach({ page, panel, call }) {
        await page.keyboard.press('Escape')
        await call('article', 'inconnu')
        await panel.getByRole('heading', { name: /n’existe plus|no longer exists/ }).waitFor()
      },
    },
    {
      name: 'out of reach',
      async reach({ page, panel, call }) {
        await page.route('**/v1/articles/**', (route) => route.abort())
        await call('article', 'ajouter-rendez-vous')
        await button(panel, /^(Réessayer|Try again)$/).waitFor()
      },
    },
    {
      name: 'in the side panel',
      async reach({ panel, call }) {
        await call('article', 'voyants-imprimante')
        await button(panel, /^(Agrandir en|Expand)/).click()
        await panel.getByRole('article').waitFor()
      },
    },
  ],
}
