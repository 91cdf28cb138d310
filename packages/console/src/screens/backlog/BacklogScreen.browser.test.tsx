import { screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type Answers, expectNoAxeViolations, signedIn, startConsole, stopConsole } from '../../console.support.tsx'
import { articles, candidates, closed, failing, gap, proof } from '../../worked-example.support.ts'

const answers: Answers = {
  ...signedIn,
  'GET /v1/backlog': { body: { items: [gap, failing, closed], total: 3 } },
  'GET /v1/backlog/b1': { body: { ...gap, proof, candidates } },
  'GET /v1/reports/articles': { body: articles },
}

afterEach(stopConsole)

async function titles(): Promise<(string | null)[]> {
  const table = await screen.findByRole('table')
  return within(table)
    .getAllByRole('rowheader')
    .map((cell) => within(cell).getByRole('link').textContent)
}

test('what is left to do stands ranked by score', async () => {
  await startConsole('/console/backlog', answers)
  expect(await titles()).toEqual(['Comprendre les voyants', 'rejet lot b2'])
  expect(screen.getByRole('row', { name: /20 Comprendre les voyants.*Nouveau/ })).toBeTruthy()
  await expectNoAxeViolations()
})

test('filters go to the URL and come from it', async () => {
  await startConsole('/console/backlog?state=all', answers)
  expect(await titles()).toEqual(['changer de mot de passe', 'Comprendre les voyants', 'rejet lot b2'])
  await userEvent.selectOptions(screen.getByLabelText('Filtrer par état'), 'published')
  expect(location.search).toBe('?state=published')
  expect(await titles()).toEqual(['changer de mot de passe'])
  await userEvent.click(screen.getByRole('link', { name: 'En échec' }))
  expect(location.search).toBe('?state=published&kind=failing')
  await userEvent.click(await screen.findByRole('link', { name: 'Voir tout le backlog' }))
  expect((await titles()).length).toBe(3)
})

test('j and k move along the rows, Enter opens one and its heading takes the focus', async () => {
  await startConsole('/console/backlog', answers)
  await titles()
  await userEvent.keyboard('jj')
  expect(document.activeElement?.textContent).toBe('rejet lot b2')
  await userEvent.keyboard('k')
  expect(document.activeElement?.textContent).toBe('Comprendre les voyants')
  await userEvent.keyboard('j{Enter}')
  expect(location.pathname).toBe('/console/backlog/b1')
  await screen.findByRole('heading', { level: 1, name: 'rejet lot b2' })
  expect(document.activeElement?.tagName).toBe('H1')
})

test('single-key shortcuts can be turned off', async () => {
  await startConsole('/console/backlog', answers)
  await titles()
  await userEvent.click(screen.getByText('Claire Morel', { selector: '.person-name' }))
  await userEvent.click(screen.getByLabelText('Raccourcis clavier'))
  const before = document.activeElement
  await userEvent.keyboard('j')
  expect(document.activeElement).toBe(before)
})

test('an empty backlog says when an item opens', async () => {
  await startConsole('/console/backlog', { ...answers, 'GET /v1/backlog': { body: { items: [], total: 0 } } })
  await screen.findByRole('heading', { name: 'Rien à traiter pour l’instant' })
  expect(screen.getByText(/au moins 3 comptes échouent/)).toBeTruthy()
  await expectNoAxeViolations()
})
