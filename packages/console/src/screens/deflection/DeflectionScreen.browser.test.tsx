import { screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  type Answers,
  expectNoAxeViolations,
  refusal,
  signedIn,
  startConsole,
  stopConsole,
} from '../../console.support.tsx'
import { articles, deflection } from '../../worked-example.support.ts'

const worked: Answers = {
  ...signedIn,
  'GET /v1/reports/deflection': { body: deflection },
  'GET /v1/reports/articles': { body: articles },
}
const week = '/console/deflection?from=2026-03-02&to=2026-03-09'

afterEach(stopConsole)

/** Text as read: no-break spaces count as spaces. */
function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
}

test('the worked example stands on screen to the digit, with its interval, its bounds and its n', async () => {
  const sent = await startConsole(week, worked)
  const headline = await screen.findByRole('region', { name: 'Taux de déflexion' })
  expect(textOf(headline)).toContain('43,59 %')
  expect(textOf(headline)).toContain('entre 16,26 % et 75,47 %')
  expect(textOf(headline)).toContain('n = 7')
  expect(textOf(headline)).toContain('25,0 % – 57,14 %')
  expect(textOf(headline)).toContain('Provisoire')
  expect(textOf(headline)).toContain('Hypothèse : π = 0,5')
  expect(textOf(within(headline).getByRole('figure'))).toContain(
    'Estimation 43,59 %. Intervalle de Wilson à 95 % : de 16,26 % à 75,47 %. Bornes selon ce que l’on compte : de 25,0 % à 57,14 %.',
  )
  expect(sent.find(({ path }) => path === '/v1/reports/deflection')?.query).toEqual({
    project: 'cabinet',
    from: '2026-03-02',
    to: '2026-03-09',
    window: '72h',
  })
  await expectNoAxeViolations()
})

test('the definition and the formula with its numbers are one click away', async () => {
  await startConsole(week, worked)
  const headline = await screen.findByRole('region', { name: 'Taux de déflexion' })
  const formula = within(headline).getByText('A ÷ (A + T), Wilson 95 % avec n = N + T')
  expect(formula.checkVisibility()).toBe(false)
  const [summary] = headline.querySelectorAll('summary')
  expect(textOf(summary)).toBe('Définition · Taux de déflexion')
  await userEvent.click(summary as Element)
  expect(formula.checkVisibility()).toBe(true)
  expect(within(headline).getByText('2,32 ÷ (2,32 + 3)').checkVisibility()).toBe(true)
})

test('outcomes and credits stand in real tables, with titles for articles', async () => {
  await startConsole(week, worked)
  const outcomes = await screen.findByRole('table', { name: 'Issue des 6 épisodes comptés' })
  expect(
    within(outcomes)
      .getAllByRole('row')
      .map((row) => textOf(row.lastElementChild)),
  ).toEqual(['Part', '16,67 %', '33,33 %', '16,67 %', '16,67 %', '16,67 %'])
  const credits = screen.getByRole('table', { name: /Crédit de chaque contenu/ })
  expect(await within(credits).findByRole('row', { name: /Imprimer une ordonnance.*1,32/ })).toBeTruthy()
})

test('the window and the credit rule are held by the URL', async () => {
  const sent = await startConsole(week, worked)
  const windows = await screen.findByRole('navigation', { name: 'Fenêtre' })
  await userEvent.click(within(windows).getByRole('link', { name: /168\sh/ }))
  expect(new URLSearchParams(location.search).get('window')).toBe('168h')
  await expect.poll(() => sent.at(-1)?.query.window).toBe('168h')
  await userEvent.click(await screen.findByRole('link', { name: 'Dernier lu' }))
  const credits = await screen.findByRole('table', { name: /Crédit de chaque contenu/ })
  await expect.poll(() => textOf(within(credits).getAllByRole('row')[1])).toContain('Comprendre les voyants')
})

test('dates typed by hand go to the URL, the last day included; wrong ones are refused beside the fields', async () => {
  await startConsole(week, worked)
  await userEvent.click(await screen.findByText('Dates…'))
  await userEvent.fill(screen.getByLabelText('Au (inclus)'), '2026-02-01')
  await userEvent.click(screen.getByRole('button', { name: 'Appliquer' }))
  expect(screen.getByRole('alert').textContent).toBe('La première date doit précéder la seconde.')
  await userEvent.fill(screen.getByLabelText('Au (inclus)'), '2026-03-31')
  await userEvent.click(screen.getByRole('button', { name: 'Appliquer' }))
  expect(location.search).toBe('?from=2026-03-02&to=2026-04-01')
})

test('without episodes the page teaches what moves the figure and gives the line to paste', async () => {
  await startConsole(week, {
    ...worked,
    'GET /v1/reports/deflection': { body: { ...deflection, episodes: 0, immature: 2 } },
  })
  await screen.findByRole('heading', { name: 'Pas encore d’épisode sur cette période' })
  expect(
    screen.getByText(`<script async src="${location.origin}/fanal.js" data-key="pk_cabinet"></script>`),
  ).toBeTruthy()
  expect(screen.getByText(/2 épisodes sont trop récents/)).toBeTruthy()
  await expectNoAxeViolations()
})

test('in anonymous mode the headline is the resolution inside the session, and says so', async () => {
  const nothing = { value: null, low: null, high: null, n: 0 }
  await startConsole(week, {
    ...worked,
    'GET /v1/reports/deflection': {
      body: {
        ...deflection,
        mode: 'anonymous',
        headline: 'session_resolution',
        deflection: nothing,
        bounds: { low: null, high: null },
        saved: null,
      },
    },
  })
  const headline = await screen.findByRole('region', { name: 'Résolution dans la session' })
  expect(textOf(headline)).toContain('66,67 %')
  expect(textOf(headline)).toContain('sans rapprochement avec les tickets')
  expect(screen.queryByText('Tickets évités')).toBeNull()
  await expectNoAxeViolations()
})

test('a failure is said in words, and trying again brings the figure', async () => {
  let tries = 0
  await startConsole(week, {
    ...worked,
    'GET /v1/reports/deflection': () => {
      tries += 1
      return tries === 1 ? refusal(403, 'ROLE_TOO_LOW') : { body: deflection }
    },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('Votre rôle ne le permet pas.')
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }))
  expect(await screen.findByRole('region', { name: 'Taux de déflexion' })).toBeTruthy()
})
