import { screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { expectNoAxeViolations, signedIn, startConsole, stopConsole } from '../../console.support.tsx'
import { flows } from '../../worked-example.support.ts'

afterEach(stopConsole)

const answers = { ...signedIn, 'GET /v1/reports/flows': { body: flows } }
const rows = (name: RegExp) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .map((row) => row.textContent?.replace(/[\u00a0\u202f]/g, ' '))

test('shows every guide, those nobody starts too, and the share of accounts that are activated', async () => {
  await startConsole('/console/flows?period=7d', answers)
  const heading = await screen.findByRole('heading', { name: 'Comptes activés en 14 jours' })
  expect(heading.parentElement?.textContent?.replaceAll('\u00a0', ' ')).toContain('50,0 %')
  const table = screen.getByRole('table', { name: /2 guides/ })
  expect(within(table).getByRole('row', { name: /^Configurer l’imprimante 6 3 60\s% 2 2 2 8\smin$/ })).toBeTruthy()
  expect(within(table).getByRole('row', { name: 'Carte Vitale 0 0 – 0 0 0 –' })).toBeTruthy()
  await expectNoAxeViolations()
})

test('tells step by step who went on, and why the others did not', async () => {
  await startConsole('/console/flows', answers)
  await screen.findByRole('heading', { name: 'Menés à bien' })
  const [, first, second] = rows(/Étape par étape/)
  expect(first).toBe(
    'Ouvrez les imprimantesÉchecs : élément absent, version 4.2 (1)Quittée : parti vers le support (1)64–111',
  )
  expect(second).toBe('ChoisissezÉchecs : résultat non constaté (1)Réponses : Oui (2)332100')
})

test('tells versions and releases apart', async () => {
  await startConsole('/console/flows', answers)
  await screen.findByRole('heading', { name: 'Menés à bien' })
  expect(rows(/Par version/).slice(1)).toEqual([
    'Guide, version 2550 %2',
    'Guide, version 11100 %0',
    'Logiciel, version 4.14100 %1',
    'Logiciel, version inconnue20 %1',
  ])
})

test('fits 360 px without scrolling sideways, axe at zero', async () => {
  await startConsole('/console/flows', answers, 360)
  await screen.findAllByRole('table')
  expect(document.documentElement.scrollWidth).toBe(360)
  // Frames know that they scroll once they have been laid out.
  await waitFor(() => expect(document.querySelectorAll('.table-frame[tabindex="0"]')).toHaveLength(2))
  await expectNoAxeViolations()
})

test('says how a guide is made and started where there is none', async () => {
  await startConsole('/console/flows', {
    ...signedIn,
    'GET /v1/reports/flows': { body: { ...flows, flows: [], activation: null } },
  })
  expect(await screen.findByRole('heading', { name: 'Aucun guide pour l’instant' })).toBeTruthy()
})
