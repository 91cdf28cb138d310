/** The recorder of flows in the real application: a guide is recorded by using it, checked, published and played; who has no valid link sees nothing. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { repositoryRoot } from '../support/source-files.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

let practice: Practice
let folder: string

test.beforeAll(async () => {
  practice = await startPractice()
  folder = mkdtempSync(join(tmpdir(), 'fanal-recorded-'))
  mkdirSync(join(folder, 'flows'))
  writeFileSync(join(folder, 'fanal.yaml'), 'project: essai\n')
})

test.afterAll(async () => {
  await practice?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function makeLink(path: string): Promise<string> {
  const answer = await fetch(`${practice.server.url}/v1/author/links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${practice.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${practice.app}${path}` }),
  })
  return (await answer.json()).url
}

const recorderOf = (page: Page): Locator => page.getByRole('region', { name: 'Enregistreur de guide' })

async function openRecorder(page: Page, path: string): Promise<Locator> {
  await page.goto(await makeLink(path))
  await expect(recorderOf(page)).toBeVisible()
  return recorderOf(page)
}

function check(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = join(repositoryRoot, 'packages', 'cli', 'bin', 'fanal.mjs')
  return new Promise((resolve) => {
    execFile(process.execPath, [command, 'check', folder, ...options], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

test('the printer guide is recorded by clicking, accepted as it is, found in the product, and played to its end', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const recorder = await openRecorder(page, '/')
  expect(page.url()).toBe(`${practice.app}/`)

  await page.getByRole('link', { name: 'Paramètres' }).click()
  await expect(recorder.getByRole('status')).toHaveText('Étape 1 ajoutée : Ouvrez Paramètres')
  await page.getByRole('link', { name: 'Imprimantes' }).click()
  await expect(recorder.getByRole('listitem')).toHaveCount(2)
  // A whole new page: what was recorded is still there, and the recording goes on.
  await page.reload()
  await expect(recorder.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('switch', { name: 'Imprimante allumée' }).click()
  await page.getByRole('combobox', { name: 'Imprimante', exact: true }).selectOption({ index: 1 })
  await page.getByRole('combobox', { name: 'Bac à papier' }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Imprimer une page de test' }).click()
  await expect(recorder.getByRole('listitem')).toHaveCount(6)

  await recorder.getByRole('button', { name: 'Pause' }).click()
  await recorder.getByLabel('Titre du guide').fill('Brancher l’imprimante')
  await recorder.getByRole('button', { name: /Imprimer une page de test/ }).click()
  await recorder.getByLabel('Titre', { exact: true }).fill('Imprimez une page de test')
  await recorder.getByRole('combobox', { name: 'Vérifier ensuite' }).selectOption({ label: 'un texte affiché' })
  await recorder.getByLabel('Texte', { exact: true }).fill('Imprimante prête')
  await recorder.getByLabel('en moins de (secondes)').fill('20')
  await recorder.getByRole('button', { name: 'Ajouter une question' }).click()
  await recorder.getByLabel('Question').fill('Est-ce que la page est sortie ?')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await recorder.getByRole('button', { name: 'Copier le YAML' }).click()
  await expect(recorder.getByRole('status')).toHaveText('Copié.')
  const yaml = await page.evaluate(() => navigator.clipboard.readText())
  expect(yaml).toContain('target: { role: button, name: Imprimer une page de test, css: "[data-action=page-de-test]" }')
  // The chosen printer is what somebody set, not what the field is called.
  expect(yaml).not.toContain('Ostrel')

  const file = join(folder, 'flows', 'brancher-l-imprimante.yaml')
  writeFileSync(file, yaml)
  expect(await check()).toMatchObject({ code: 0, out: '' })
  const live = await check('--url', practice.app, '--play')
  expect(live.out).toBe('')
  expect(live.err).toContain('targets: 6 found')

  await recorder.getByRole('button', { name: 'Quitter l’enregistreur' }).click()
  await recorder.getByRole('button', { name: 'Effacer et quitter' }).click()
  await expect(recorder).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('author')))).toEqual([])

  copyFileSync(file, join(practice.helpDir, 'flows', 'brancher-l-imprimante.yaml'))
  const published = () => fetch(`${practice.server.url}/v1/flows/brancher-l-imprimante?key=pk_medicab`)
  await expect.poll(async () => (await published()).status, { timeout: 20_000 }).toBe(200)
  await page.goto(`${practice.app}/?fanal-flow=brancher-l-imprimante`)
  await playThrough(page)
  expect(faults).toEqual([])
})

async function playThrough(page: Page): Promise<void> {
  const step = (title: string) => page.getByRole('dialog', { name: title })
  await expect(step('Ouvrez Paramètres')).toContainText('Étape 1 sur 7')
  await page.getByRole('link', { name: 'Paramètres' }).click()
  await expect(step('Ouvrez Imprimantes')).toBeVisible()
  await page.getByRole('link', { name: 'Imprimantes' }).click()
  await expect(step('Cochez Imprimante allumée')).toBeVisible()
  await page.getByRole('switch', { name: 'Imprimante allumée' }).click()
  await expect(step('Choisissez Imprimante')).toBeVisible()
  await page.getByRole('combobox', { name: 'Imprimante', exact: true }).selectOption({ index: 2 })
  await expect(step('Choisissez Bac à papier')).toBeVisible()
  await page.getByRole('combobox', { name: 'Bac à papier' }).selectOption({ index: 2 })
  await expect(step('Imprimez une page de test')).toBeVisible()
  const power = page.getByRole('switch', { name: 'Imprimante allumée' })
  if (!(await power.isChecked())) await power.click()
  await page.getByRole('button', { name: 'Imprimer une page de test' }).click()
  const question = page.getByRole('dialog').filter({ hasText: 'Est-ce que la page est sortie ?' })
  await question.getByRole('button', { name: 'Oui' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('without a mouse: F8 adds what has the focus without using it, F6 leads to the recorder, and the preview plays it', async ({
  page,
}) => {
  const recorder = await openRecorder(page, '/parametres')
  await page.getByRole('link', { name: 'Imprimantes' }).focus()
  await page.keyboard.press('F8')
  await expect(recorder.getByRole('listitem')).toHaveCount(1)
  await expect(page).toHaveURL(`${practice.app}/parametres`)
  await page.keyboard.press('F6')
  await expect(recorder.locator(':focus')).toHaveCount(1)
  await recorder.getByRole('button', { name: 'Aperçu' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Ouvrez Imprimantes' })).toBeVisible()
  await page.getByRole('link', { name: 'Imprimantes' }).click()
  await expect(page.getByRole('dialog', { name: 'Ouvrez Imprimantes' })).toHaveCount(0)
  await expect(recorder.getByText('En pause')).toBeVisible()
  const signals = await practice.server.services.store.signals.read('medicab')
  expect(signals.filter(({ props }) => 'flowId' in props && props.flowId === 'guide-sans-titre')).toEqual([])
})

test('a link that is forged, of another key or over opens nothing, says nothing and leaves nothing', async ({
  page,
}) => {
  const link = await makeLink('/patients')
  const pass = new URL(link).searchParams.get('fanal-author') ?? ''
  const [header = '', claims = ''] = pass.split('.')
  const loaded: string[] = []
  const said: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  page.on('console', (message) => said.push(message.text()))
  for (const forged of [
    `${header}.${claims}.AAAA`,
    `${header}.${claims}.`,
    'x',
    '<script>',
    pass.split('').reverse().join(''),
  ]) {
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/v1/author'))
    await page.goto(`${practice.app}/patients?a=1&fanal-author=${encodeURIComponent(forged)}#liste`)
    expect((await refused).status()).toBe(401)
    await expect(page).toHaveURL(`${practice.app}/patients?a=1#liste`)
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('fanal:pk_medicab:author'))).toBeNull()
    await expect(recorderOf(page)).toHaveCount(0)
  }
  expect(loaded.filter((url) => /\/author-[\w-]+\.js/.test(url))).toEqual([])
  // What the browser itself writes about a refused request is not ours.
  expect(said.filter((text) => !text.includes('status of 401'))).toEqual([])

  // Kept by this tab and used again once it is over: the next page is refused, the draft is not shown.
  await openRecorder(page, '/patients')
  await page.getByRole('link', { name: 'Facturation' }).click()
  practice.advanceClock(2 * 3_600_000)
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/v1/author'))
  await page.reload()
  expect((await refused).status()).toBe(401)
  await expect(recorderOf(page)).toHaveCount(0)
})
