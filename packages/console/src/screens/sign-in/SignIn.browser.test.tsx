import { screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type Answers, expectNoAxeViolations, refusal, startConsole, stopConsole } from '../../console.support.tsx'
import { candidates, failing, gap, proof, session } from '../../worked-example.support.ts'

const signedOut: Answers = {
  'GET /v1/session': refusal(401, 'SIGNED_OUT'),
  'POST /v1/session': { body: session },
  'GET /v1/backlog': { body: { items: [gap, failing], total: 2 } },
}

afterEach(stopConsole)

async function signIn(password = 'une-lampe-2026'): Promise<void> {
  await userEvent.fill(await screen.findByLabelText('Adresse e-mail'), 'claire@medisoft.example')
  await userEvent.fill(screen.getByLabelText('Mot de passe'), password)
  await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
}

test('signing in leads to the page that was asked for', async () => {
  const sent = await startConsole('/console/backlog?state=new', signedOut)
  await screen.findByRole('heading', { name: 'Connexion' })
  await expectNoAxeViolations()
  await signIn()
  expect(await screen.findByRole('table', { name: /1 élément/ })).toBeTruthy()
  expect(location.pathname + location.search).toBe('/console/backlog?state=new')
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    email: 'claire@medisoft.example',
    password: 'une-lampe-2026',
  })
})

test('what is missing is said beside its field, which takes the focus; nothing is sent', async () => {
  const sent = await startConsole('/console', signedOut)
  await userEvent.click(await screen.findByRole('button', { name: 'Se connecter' }))
  const email = screen.getByLabelText('Adresse e-mail')
  expect(email.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(email)
  expect(screen.getByText('Indiquez votre mot de passe.')).toBeTruthy()
  expect(sent.some(({ method }) => method === 'POST')).toBe(false)
  await expectNoAxeViolations()
})

test('password managers know the fields, and the password can be shown', async () => {
  await startConsole('/console', signedOut)
  const password = await screen.findByLabelText('Mot de passe')
  expect(screen.getByLabelText('Adresse e-mail').getAttribute('autocomplete')).toBe('username')
  expect(password.getAttribute('autocomplete')).toBe('current-password')
  await userEvent.click(screen.getByRole('button', { name: 'Afficher le mot de passe' }))
  expect(password.getAttribute('type')).toBe('text')
})

test('a refusal, and a throttle with its seconds, are said in words', async () => {
  let answer = refusal(401, 'SIGN_IN_REFUSED')
  await startConsole('/console', { ...signedOut, 'POST /v1/session': () => answer })
  await signIn('faux')
  await expect
    .poll(() => screen.queryByRole('alert')?.textContent)
    .toBe('Cette adresse e-mail et ce mot de passe ne vont pas ensemble.')
  answer = refusal(429, 'TOO_MANY_TRIES', { seconds: 840 })
  await signIn('faux')
  await expect
    .poll(() => screen.queryByRole('alert')?.textContent)
    .toBe('Trop d’essais. Attendez 14\u00a0minutes, puis réessayez.')
})

test('an ended session brings back the sign-in, then the same page with what was being written', async () => {
  let ended = false
  const whenAlive = (body: unknown) => () => (ended ? refusal(401, 'SECRET_KEY_REQUIRED') : { body })
  await startConsole('/console/backlog/b1', {
    'GET /v1/session': { body: session },
    'POST /v1/session': () => {
      ended = false
      return { body: session }
    },
    'GET /v1/backlog/b1': whenAlive({ ...gap, proof, candidates }),
    'PATCH /v1/backlog/b1': whenAlive(gap),
    'GET /v1/reports/articles': refusal(403, 'ROLE_TOO_LOW'),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Reporter' }))
  await userEvent.fill(screen.getByLabelText('Raison'), 'Après la version 4.3')
  ended = true
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Reporter' }))
  expect(await screen.findByText(/Votre session a expiré/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Adresse e-mail').value).toBe('claire@medisoft.example')
  await signIn()
  await userEvent.click(await screen.findByRole('button', { name: 'Reporter' }))
  expect(location.pathname).toBe('/console/backlog/b1')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Raison').value).toBe('Après la version 4.3')
})

test('signing out ends the session on the server and forgets what was on screen', async () => {
  const sent = await startConsole('/console/backlog', {
    ...signedOut,
    'GET /v1/session': { body: session },
    'DELETE /v1/session': { status: 204 },
  })
  await screen.findByRole('table')
  await userEvent.click(screen.getByText('Claire Morel', { selector: '.person-name' }))
  await userEvent.click(screen.getByRole('button', { name: 'Se déconnecter' }))
  await screen.findByRole('heading', { name: 'Connexion' })
  expect(sent.at(-1)?.headers['x-fanal-csrf']).toBe('csrf-1')
  expect(screen.queryByText('rejet lot b2')).toBeNull()
})
