import { screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { expectNoAxeViolations, signedIn, startConsole, stopConsole } from '../../console.support.tsx'
import { searches } from '../../worked-example.support.ts'

afterEach(stopConsole)

test('shows how often search fails, with n, and the terms enough people share', async () => {
  await startConsole('/console/searches?period=7d', { ...signedIn, 'GET /v1/reports/searches': { body: searches } })
  const heading = await screen.findByRole('heading', { name: 'En échec' })
  expect(heading.parentElement?.textContent?.replaceAll('\u00a0', ' ')).toContain('40,0 %entre 26,35 % et 55,4 %n = 40')
  const untouched = screen.getByRole('heading', { name: 'Avec un clic' }).parentElement
  expect(untouched?.textContent).toContain('–pas encore de donnée')
  const terms = screen.getByRole('table', { name: /1 terme/ })
  expect(within(terms).getByRole('row', { name: 'rejet lot b2 12 4 9 1' })).toBeTruthy()
  await expectNoAxeViolations()
})

test('says what counts as a search when there is none', async () => {
  await startConsole('/console/searches', {
    ...signedIn,
    'GET /v1/reports/searches': { body: { ...searches, committed: 0, terms: [] } },
  })
  expect(await screen.findByRole('heading', { name: 'Aucune recherche sur cette période' })).toBeTruthy()
})
