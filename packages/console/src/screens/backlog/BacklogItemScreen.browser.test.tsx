import { screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  type Answer,
  type Answers,
  expectNoAxeViolations,
  refusal,
  signedIn,
  startConsole,
  stopConsole,
} from '../../console.support.tsx'
import { articles, candidates, failingStep, gap, proof, session } from '../../worked-example.support.ts'

const answers: Answers = {
  ...signedIn,
  'GET /v1/backlog': { body: { items: [gap], total: 1 } },
  'GET /v1/backlog/b1': { body: { ...gap, proof, candidates } },
  'GET /v1/reports/articles': { body: articles },
}

afterEach(stopConsole)

async function findState(): Promise<HTMLElement> {
  return screen.findByRole('region', { name: 'État' })
}

test('the item shows its evidence, its queries, its score and today’s proof', async () => {
  await startConsole('/console/backlog/b1', answers)
  const evidence = await screen.findByRole('table', { name: 'Signaux réunis dans cet élément' })
  expect(within(evidence).getByRole('row', { name: /Vote.*non.*information absente \(2\)/ })).toBeTruthy()
  const score = screen.getByRole('region', { name: 'Pourquoi ce score' })
  expect(score.querySelector('dl')?.textContent?.replaceAll(/\s/g, '')).toBe(
    'comptestouchés4épisodesparcompte×3gravité(P4=1,P1=4)×1score=12',
  )
  const replayed = screen.getByRole('table', { name: 'Recherches rejouées et rang de l’article lié' })
  expect(within(replayed).getByRole('row', { name: 'rejet lot b2 1 Trouvé' })).toBeTruthy()
  expect(within(replayed).getByRole('row', { name: 'erreur norme b2 > 10 Non trouvé' })).toBeTruthy()
  expect(screen.getByText('Raison : Fréquent')).toBeTruthy()
  await expectNoAxeViolations()
})

test('a new state shows at once, is sent with version and CSRF token, and is confirmed', async () => {
  let answer: (value: Answer) => void = () => {}
  let item = gap
  const sent = await startConsole('/console/backlog/b1', {
    ...answers,
    'GET /v1/backlog/b1': () => ({ body: { ...item, proof, candidates } }),
    'PATCH /v1/backlog/b1': () => new Promise<Answer>((resolve) => (answer = resolve)),
  })
  const state = await findState()
  await userEvent.click(within(state).getByRole('button', { name: 'Passer en rédaction' }))
  await within(state).findByText('En rédaction')
  const patch = sent.find(({ method }) => method === 'PATCH')
  expect(patch?.body).toEqual({ state: 'writing', version: 3 })
  expect(patch?.query).toEqual({ project: 'cabinet' })
  expect(patch?.headers['x-fanal-csrf']).toBe('csrf-1')
  item = { ...gap, state: 'writing', version: 4 }
  answer({ body: item })
  expect(await screen.findByText('Passé à l’état « En rédaction ».')).toBeTruthy()
  expect(within(state).getByRole('button', { name: 'Passer en relecture' })).toBeTruthy()
})

test('a refused change goes back to the state before', async () => {
  await startConsole('/console/backlog/b1', {
    ...answers,
    'PATCH /v1/backlog/b1': refusal(503, 'STORE_UNAVAILABLE'),
  })
  const state = await findState()
  await userEvent.click(within(state).getByRole('button', { name: 'Passer en rédaction' }))
  expect((await within(state).findByRole('alert')).textContent).toContain('La base de données ne peut pas être écrite.')
  expect(within(state).getByText('Accepté')).toBeTruthy()
})

test('closing without proof names the query that fails and what to do', async () => {
  await startConsole('/console/backlog/b1', {
    ...answers,
    'PATCH /v1/backlog/b1': refusal(409, 'BACKLOG_NOT_PROVEN', proof),
  })
  const state = await findState()
  await userEvent.click(within(state).getByRole('button', { name: 'Publier et clore' }))
  const alert = await within(state).findByRole('alert')
  expect(
    within(alert)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['«\u00a0erreur norme b2\u00a0»\u00a0: absent des 10 premiers'])
  expect(alert.textContent).toContain('Ajoutez ces mots au titre ou aux symptômes de l’article')
  expect(within(state).getByText('Accepté')).toBeTruthy()
  await expectNoAxeViolations()
})

test('rejecting asks for a reason, and a conflict keeps what was written', async () => {
  let item = gap
  const sent = await startConsole('/console/backlog/b1', {
    ...answers,
    'GET /v1/backlog/b1': () => ({ body: { ...item, proof, candidates } }),
    'PATCH /v1/backlog/b1': () => {
      item = { ...gap, version: 4 }
      return refusal(409, 'BACKLOG_CHANGED')
    },
  })
  const state = await findState()
  await userEvent.click(within(state).getByRole('button', { name: 'Rejeter' }))
  const dialog = await screen.findByRole('dialog', { name: /Rejeter.*dites pourquoi/ })
  await expectNoAxeViolations()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Rejeter' }))
  expect(within(dialog).getByText('Indiquez une raison.')).toBeTruthy()
  await userEvent.fill(within(dialog).getByLabelText('Raison'), 'Hors de notre logiciel')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Rejeter' }))
  expect(sent.at(-1)?.body).toEqual({ state: 'rejected', reason: 'Hors de notre logiciel', version: 3 })
  const alert = await within(state).findByRole('alert')
  expect(alert.textContent).toContain('Quelqu’un a modifié cet élément entre-temps')
  await userEvent.click(within(alert).getByRole('button', { name: 'Recharger l’élément' }))
  await expect.poll(() => within(state).queryByRole('alert')).toBeNull()
  await userEvent.click(within(state).getByRole('button', { name: 'Rejeter' }))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Raison').value).toBe('Hors de notre logiciel')
})

test('an article is linked by its id or from the ones the queries find', async () => {
  let item = { ...gap, articleId: null as string | null }
  const sent = await startConsole('/console/backlog/b1', {
    ...answers,
    'GET /v1/backlog/b1': () => ({ body: { ...item, proof: [], candidates } }),
    'PATCH /v1/backlog/b1': ({ body }) => {
      item = { ...item, ...(body as { articleId: string }), version: item.version + 1 }
      return { body: item }
    },
  })
  const article = await screen.findByRole('region', { name: 'Article lié' })
  await userEvent.click(within(article).getByRole('button', { name: /Lier.*Corriger une facture/ }))
  await within(article).findByText('Corriger une facture', { selector: 'strong' })
  expect(sent.findLast(({ method }) => method === 'PATCH')?.body).toEqual({ articleId: 'facture', version: 3 })
  await userEvent.fill(within(article).getByLabelText('Identifiant de l’article'), 'A12')
  await userEvent.click(within(article).getByRole('button', { name: 'Lier' }))
  await within(article).findByText('A12', { selector: 'strong' })
  expect(sent.findLast(({ method }) => method === 'PATCH')?.body).toEqual({ articleId: 'A12', version: 4 })
})

test('an unknown article is refused in words', async () => {
  await startConsole('/console/backlog/b1', { ...answers, 'PATCH /v1/backlog/b1': refusal(404, 'ARTICLE_UNKNOWN') })
  const article = await screen.findByRole('region', { name: 'Article lié' })
  await userEvent.fill(within(article).getByLabelText('Identifiant de l’article'), 'nulle-part')
  await userEvent.click(within(article).getByRole('button', { name: 'Lier' }))
  expect((await within(article).findByRole('alert')).textContent).toContain(
    'Aucun article publié ne porte cet identifiant.',
  )
  expect(within(article).getByLabelText<HTMLInputElement>('Identifiant de l’article').value).toBe('nulle-part')
})

test('viewers read and are offered no change', async () => {
  await startConsole('/console/backlog/b1', {
    ...answers,
    'GET /v1/session': { body: { ...session, person: { ...session.person, role: 'viewer' } } },
  })
  const state = await findState()
  expect(within(state).queryAllByRole('button')).toEqual([])
  expect(screen.queryByLabelText('Identifiant de l’article')).toBeNull()
})

const stepProof = { version: 4, runs: 2, failed: 0, matureAt: '2999-03-11T08:00:00.000Z', holds: false }

test('a step of a guide that fails shows its reasons, pages, releases, nearest elements and what closing waits for', async () => {
  await startConsole('/console/backlog/b4', {
    ...answers,
    'GET /v1/backlog/b4': { body: { ...failingStep, proof: [], candidates: [], stepProof } },
    'PATCH /v1/backlog/b4': refusal(409, 'BACKLOG_STEP_NOT_PROVEN'),
  })
  const step = await screen.findByRole('region', { name: 'Étape en échec' })
  expect(screen.getByText('Guide en échec')).toBeTruthy()
  expect(
    screen.getByText(
      'L’étape «\u00a0Choisissez l’imprimante\u00a0» du guide «\u00a0Brancher l’imprimante\u00a0» échoue',
      {
        normalizer: (text) => text,
      },
    ),
  ).toBeTruthy()
  expect(step.textContent).toContain('5 parcours sur 9')
  expect(
    within(step)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['5.2.0 (4)', 'version inconnue (1)'])
  expect(
    within(step).getByRole('row', { name: 'button data-fanal-id:imprimer name:contains css:no within:yes 3' }),
  ).toBeTruthy()
  const evidence = screen.getByRole('region', { name: 'Preuves' })
  expect(
    within(evidence).getByRole('row', { name: /guide en échec.*élément absent \(4\), résultat non constaté \(1\)/ }),
  ).toBeTruthy()
  expect(within(evidence).getByRole('row', { name: /Contact depuis cette étape/ })).toBeTruthy()
  expect(within(evidence).getByText('/parametres/impression')).toBeTruthy()

  const closing = screen.getByRole('region', { name: 'Preuve de clôture' })
  expect(closing.textContent).toContain('La version 4 du guide n’a échoué pour personne\u202f; la preuve sera faite le')
  expect(within(closing).getByRole('row', { name: /^4 ?en service 2 0 jamais$/ })).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'Article lié' })).toBeNull()
  const state = await findState()
  await userEvent.click(within(state).getByRole('button', { name: 'Publier et clore' }))
  expect((await within(state).findByRole('alert')).textContent).toContain('L’étape n’a pas encore fait ses preuves')
  await expectNoAxeViolations()
})

test('closing is the step to take once the version in use has failed for nobody', async () => {
  await startConsole('/console/backlog/b4', {
    ...answers,
    'GET /v1/backlog/b4': {
      body: { ...failingStep, proof: [], candidates: [], stepProof: { ...stepProof, holds: true } },
    },
  })
  const closing = await screen.findByRole('region', { name: 'Preuve de clôture' })
  expect(closing.textContent).toContain('l’élément peut être clos')
  const publish = within(await findState()).getByRole('button', { name: 'Publier et clore' })
  expect(publish.className).toContain('button-primary')
})

test('the item of a step fits 360 px without scrolling sideways, axe at zero', async () => {
  await startConsole(
    '/console/backlog/b4',
    { ...answers, 'GET /v1/backlog/b4': { body: { ...failingStep, proof: [], candidates: [], stepProof } } },
    360,
  )
  await screen.findByRole('region', { name: 'Preuve de clôture' })
  expect(document.documentElement.scrollWidth).toBe(360)
  await expectNoAxeViolations()
})
