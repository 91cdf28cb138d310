import { screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { expectNoAxeViolations, signedIn, startConsole, stopConsole } from '../../console.support.tsx'
import { articles } from '../../worked-example.support.ts'

afterEach(stopConsole)

test('articles are listed most read first and sorted by any column, in the URL', async () => {
  await startConsole('/console/articles', { ...signedIn, 'GET /v1/reports/articles': { body: articles } })
  const table = await screen.findByRole('table', { name: /2 articles/ })
  const first = () => within(table).getAllByRole('rowheader')[0]?.textContent
  expect(first()).toBe('Imprimer une ordonnanceA12')
  expect(
    within(table).getByRole('row', { name: /Comprendre les voyants.* 4 2 0 1 0,55.*information absente \(1\) 1/ }),
  ).toBeTruthy()
  await userEvent.click(within(table).getByRole('link', { name: 'Ouvert' }))
  expect(location.search).toBe('?sort=opened')
  expect(first()).toBe('Comprendre les voyantsA7')
  expect(within(table).getByRole('columnheader', { name: 'Ouvert' }).getAttribute('aria-sort')).toBe('descending')
  await userEvent.click(within(table).getByRole('link', { name: 'Ouvert' }))
  expect(location.search).toBe('?sort=opened&dir=asc')
  expect(first()).toBe('Imprimer une ordonnanceA12')
  await expectNoAxeViolations()
})

test('says what counts as read when nothing was opened', async () => {
  await startConsole('/console/articles', {
    ...signedIn,
    'GET /v1/reports/articles': { body: { ...articles, articles: [] } },
  })
  expect(await screen.findByRole('heading', { name: 'Aucun article ouvert sur cette période' })).toBeTruthy()
})
