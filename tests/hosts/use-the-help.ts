/** The journey: open, suggestions, search, read, vote, contact, close. The same wherever the widget stands. */
import { expect, type Frame, type Page } from '@playwright/test'

export async function useTheHelp(frame: Frame, page: Page): Promise<void> {
  await frame.getByRole('button', { name: 'Aide', exact: true }).click()
  const panel = frame.getByRole('dialog', { name: 'Aide' })
  const suggested = panel.getByRole('region', { name: 'Articles suggérés pour cette page' })
  await expect(suggested.getByRole('listitem')).toHaveCount(3)
  const box = panel.getByRole('searchbox', { name: "Rechercher dans l'aide" })
  await expect(box).toBeFocused()
  // Both are hotkeys of the page.
  await box.pressSequentially('k/')
  await expect(box).toHaveValue('k/')
  await box.fill('carte vitale pas lue')
  await box.press('Enter')
  await panel.getByRole('listitem').first().getByRole('button').first().click()
  const vote = panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })
  await vote.getByRole('button', { name: 'Oui' }).click()
  await expect(vote.getByRole('button', { name: 'Oui' })).toHaveAttribute('aria-pressed', 'true')
  await panel.getByRole('button', { name: 'Contacter le support' }).last().click()
  await panel.getByLabel('Sujet').fill('Carte non lue')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}
