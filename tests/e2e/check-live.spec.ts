/** `fanal check DIR --url`: the targets of flows, asked of a running product in a real browser, before and after a release changed it. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { repositoryRoot } from '../support/source-files.ts'

const command = join(repositoryRoot, 'packages', 'cli', 'bin', 'fanal.mjs')

const printers = (button: string) => `<!doctype html><title>Imprimantes</title><nav><a href="/">Accueil</a></nav>
<h1>Imprimantes</h1>
<section aria-label="Cabinet"><label>Imprimante <select data-field="imprimante"><option>Brother</option><option>Canon</option></select></label></section>
<table><tr><td>Brother</td><td><button class="css-1ab2c">Supprimer</button></td></tr><tr><td>Canon</td><td><button class="css-1ab2c">Supprimer</button></td></tr></table>
<button id="ajouter">${button}</button><div id="late"></div>
<script>document.getElementById('ajouter').onclick = () => {
  document.getElementById('late').innerHTML = '<button data-action="tester">Imprimer une page de test</button><p role=status></p>'
  document.querySelector('[data-action=tester]').onclick = () => setTimeout(() => { document.querySelector('[role=status]').textContent = 'Imprimante prête' }, 50)
}</script>`

const flow = `id: imprimante
title: Installer une imprimante
steps:
  - id: ouvrir
    page: /
    target: { role: link, name: Imprimantes, css: "[data-nav=imprimantes]" }
    title: Ouvrez
    advance: { on: "page:/imprimantes" }
  - id: choisir
    page: /imprimantes
    target: { css: "[data-field=imprimante]" }
    title: Choisissez
    advance: { on: change }
  - id: supprimer
    page: /imprimantes
    target: { role: button, name: Supprimer }
    title: Supprimez
    advance: { on: next }
  - id: ajouter
    page: /imprimantes
    target: { role: button, name: Ajouter une imprimante, css: "#ajouter" }
    title: Ajoutez
    advance: { on: click }
  - id: tester
    page: /imprimantes
    target: { role: button, name: Imprimer une page de test }
    title: Testez
    advance: { on: click }
    verify: { text: Imprimante prête, within: 20s }
  - id: patient
    page: /patients/:id
    target: { role: button, name: Imprimer }
    title: Imprimez
`

let folder: string
let server: Server
let url: string
/** what the product's next release calls the button */
let button = 'Ajouter une imprimante'

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-live-'))
  mkdirSync(join(folder, 'flows'))
  writeFileSync(join(folder, 'fanal.yaml'), 'project: essai\n')
  writeFileSync(join(folder, 'flows', 'imprimante.yaml'), flow)
  server = createServer((request, response) => {
    const pages: Record<string, string> = {
      '/': '<!doctype html><title>Accueil</title><a data-nav="imprimantes" href="/imprimantes">Imprimantes</a>',
      '/imprimantes': printers(button),
      '/connexion': '<!doctype html><title>Connexion</title><h1>Connexion</h1>',
    }
    if (request.url?.startsWith('/patients/')) {
      if (request.headers['x-essai'] !== 'oui') {
        response.writeHead(302, { location: '/connexion' })
        return response.end()
      }
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      return response.end('<!doctype html><title>Dossier</title><button>Imprimer</button>')
    }
    const page = pages[request.url ?? '']
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    return response.end(page ?? 'nothing')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

test.afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

function check(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, 'check', folder, ...options], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

test('each target is found, weak, ambiguous, missing or not reached, at its line and with a better one', async () => {
  const { code, out, err } = await check('--url', url)
  const flows = join(folder, 'flows', 'imprimante.yaml')
  expect(out.trim().split('\n')).toEqual([
    `${flows}:11 warning The target of step "choisir" is weak: only its css names it, and the next release may change that. Write { role: combobox, name: Imprimante, css: "[data-field=imprimante]" }.`,
    `${flows}:16 error The target of step "supprimer" may mean 2 elements of /imprimantes. Name one of them: { role: button, name: Supprimer, within: Brother } or { role: button, name: Supprimer, within: Canon }.`,
    `${flows}:26 error The target of step "tester" is not on /imprimantes, nor anything like it. If an earlier step brings it, check with --play.`,
    `${flows}:32 warning The target of step "patient" was not reached: no address is known for /patients/:id. Give --sample id=…, or a page of --routes.`,
  ])
  expect(err).toContain('targets: 2 found, 1 weak, 1 ambiguous, 1 missing, 1 not reached')
  expect(code).toBe(1)
})

test('what only exists after a click is found by playing the flow, and what a step asserts is watched', async () => {
  const mended = flow
    .replace(
      '{ css: "[data-field=imprimante]" }',
      '{ role: combobox, name: Imprimante, css: "[data-field=imprimante]" }',
    )
    .replace('{ role: button, name: Supprimer }', '{ role: button, name: Supprimer, within: Canon }')
  writeFileSync(join(folder, 'flows', 'imprimante.yaml'), mended)
  const signedIn = ['--sample', 'id=p-0001', '--header', 'x-essai: oui', '--play', '--format', 'json']
  const { code, out } = await check('--url', url, ...signedIn)
  const answer = JSON.parse(out)
  expect(answer.targets.map(({ step, status }: { step: string; status: string }) => `${step} ${status}`)).toEqual([
    'ouvrir found',
    'choisir found',
    'supprimer found',
    'ajouter found',
    'tester found',
    'patient found',
  ])
  expect(answer).toMatchObject({ findings: [], failedVerifies: [], errors: 0, warnings: 0 })
  expect(code).toBe(0)
})

test('a button that a release renamed is weak by its id alone, and the page behind the sign-in is told', async () => {
  button = 'Paramétrer l’impression'
  try {
    const { out } = await check('--url', url, '--sample', 'id=p-0001')
    expect(out).toContain('Write { role: button, name: Paramétrer l’impression, css: "#ajouter" }.')
    expect(out).toContain('/patients/p-0001 leads to /connexion. Sign in with --storage-state')
  } finally {
    button = 'Ajouter une imprimante'
  }
})

test('a product that does not answer, and options that cannot be used, say what to do', async () => {
  const [away, noState, badSample, noFlow] = await Promise.all([
    check('--url', 'http://127.0.0.1:9'),
    check('--url', url, '--storage-state', join(folder, 'none.json')),
    check('--url', url, '--sample', 'id'),
    check('--url', url, '--flow', 'autre'),
  ])
  expect(away).toMatchObject({ code: 3, err: expect.stringContaining('cannot be opened') })
  expect(noState).toMatchObject({ code: 2, err: expect.stringContaining('--save-storage=') })
  expect(badSample).toMatchObject({ code: 2, err: expect.stringContaining('write name=value') })
  expect(noFlow).toMatchObject({ code: 2, err: expect.stringContaining('There are: imprimante') })
})
