/** The journey of tests/hosts, in whatever browser is driven: open, search, read, vote, contact, a step of a flow, close. */
import { expect } from '@playwright/test'
import type { DrivenBrowser } from './driven-browser.ts'
import type { PageReader, Query } from './page-reader.ts'

export const launcher: Query = { role: 'button', name: 'Aide' }
export const panel: Query = { role: 'dialog', name: 'Aide' }
export const suggested: Query = { role: 'region', name: 'Articles suggérés pour cette page', within: panel }
export const box: Query = { role: 'searchbox', name: "Rechercher dans l'aide", within: panel }
const vote: Query = { role: 'group', name: 'Cet article vous a-t-il été utile ?', within: panel }
const firstStep: Query = { role: 'dialog', name: 'Ouvrez les paramètres' }

export async function useTheHelp(browser: DrivenBrowser, page: PageReader): Promise<void> {
  await page.click(launcher)
  await expect.poll(async () => (await page.find({ role: 'listitem', within: suggested })).length).toBe(3)
  await expect.poll(async () => (await page.see(box)).focused, { message: 'the search box has the focus' }).toBe(true)
  // Both are hotkeys of the page.
  await browser.type('k/')
  expect((await page.see(box)).value).toBe('k/')
  await page.click({ role: 'button', name: 'Effacer', within: panel })
  await browser.type('carte vitale pas lue')
  await browser.press('Enter')
  const result: Query = { role: 'listitem', within: panel }
  await expect
    .poll(async () => (await page.find(result))[0]?.text ?? '', { message: 'the first result' })
    .toContain('Carte Vitale')
  await page.click({ role: 'button', within: result })
  const yes: Query = { role: 'button', name: 'Oui', within: vote }
  await page.click(yes)
  await expect.poll(async () => (await page.see(yes)).pressed).toBe(true)
  await page.click({ role: 'button', name: 'Contacter le support', within: panel })
  await page.click({ role: 'textbox', name: 'Sujet', within: panel })
  await browser.type('Carte non lue')
  expect((await page.see({ role: 'textbox', name: 'Sujet', within: panel })).value).toBe('Carte non lue')
  await browser.press('Escape')
  await page.miss(panel)
  await expect.poll(async () => (await page.see(launcher)).focused, { message: 'the focus is back' }).toBe(true)
}

/** A flow that starts elsewhere: its card tells what to do without a place to point at. */
export async function takeAStep(browser: DrivenBrowser, page: PageReader): Promise<void> {
  await browser.evaluate('void document[Symbol.for("fanal")]("flow", "imprimante-ordonnances")')
  expect((await page.see(firstStep)).text).toMatch(/Étape 1 sur \d/)
  await page.click({ role: 'button', name: 'Quitter le guide', within: firstStep })
  await page.miss(firstStep)
}
