import { screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type Answers, expectNoAxeViolations, signedIn, startConsole, stopConsole } from './console.support.tsx'
import { articles, deflection, gap, searches, session } from './worked-example.support.ts'

const answers: Answers = {
  ...signedIn,
  'GET /v1/reports/deflection': { body: deflection },
  'GET /v1/reports/searches': { body: searches },
  'GET /v1/reports/articles': { body: articles },
  'GET /v1/backlog': { body: { items: [gap], total: 1 } },
}

afterEach(stopConsole)

test('the menu leads from screen to screen, keeps the period, and the new heading takes the focus', async () => {
  await startConsole('/console?period=7d', answers)
  const menu = await screen.findByRole('navigation', { name: 'Pages' })
  expect(location.pathname).toBe('/console/deflection')
  await userEvent.click(within(menu).getByRole('link', { name: 'Recherches' }))
  expect(location.pathname + location.search).toBe('/console/searches?period=7d')
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Recherches' }))
  expect(document.title).toBe('Recherches · Fanal')
  expect(within(menu).getByRole('link', { name: 'Recherches' }).getAttribute('aria-current')).toBe('page')
})

test('language and theme change at once and are remembered', async () => {
  await startConsole('/console/deflection', answers)
  await screen.findByRole('region', { name: 'Taux de déflexion' })
  await userEvent.click(screen.getByText('Claire Morel', { selector: '.person-name' }))
  await userEvent.click(screen.getByText('English'))
  expect(await screen.findByRole('region', { name: 'Deflection rate' })).toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
  await userEvent.click(screen.getByText('Dark'))
  expect(getComputedStyle(document.documentElement).colorScheme).toBe('dark')
  expect(JSON.parse(localStorage.getItem('fanal-console') ?? '')).toMatchObject({ locale: 'en', theme: 'dark' })
  await expectNoAxeViolations()
})

test('with several projects the chosen one goes to the URL and to every request', async () => {
  const sent = await startConsole('/console/backlog', {
    ...answers,
    'GET /v1/session': { body: { ...session, projects: [...session.projects, { id: 'labo', title: 'Laboratoire' }] } },
  })
  await screen.findByRole('table')
  await userEvent.selectOptions(screen.getByLabelText('Projet'), 'labo')
  expect(location.search).toBe('?project=labo')
  await expect.poll(() => sent.at(-1)?.query.project).toBe('labo')
})

test('a project that is not open is said, with the ones that are', async () => {
  await startConsole('/console/backlog?project=ailleurs', answers)
  await screen.findByRole('heading', { name: /Le projet.*ailleurs.*n’existe pas/ })
  await userEvent.click(screen.getByRole('link', { name: 'Cabinet médical' }))
  expect(await screen.findByRole('table')).toBeTruthy()
})

test('an address that leads nowhere says so', async () => {
  await startConsole('/console/ailleurs', answers)
  expect(await screen.findByRole('heading', { name: 'Cette page n’existe pas' })).toBeTruthy()
  await expectNoAxeViolations()
})

test.each(['deflection', 'backlog', 'searches', 'articles'])(
  '%s fits 360 px without scrolling sideways, axe at zero',
  async (name) => {
    await startConsole(`/console/${name}`, answers, 360)
    await screen.findAllByRole('table')
    expect(document.documentElement.scrollWidth).toBe(360)
    await expectNoAxeViolations()
  },
)
