/**
 * The widget in applications of others, as they are: each is installed outside the repository, started on this machine and visited
 * twice through a small proxy, without and with the tag. What the second visit has on its console beyond the first is ours.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@fanal/server'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { useTheHelp } from '../hosts/use-the-help.ts'
import { repositoryRoot } from '../support/source-files.ts'
import { findFreePort } from '../support/start-practice.ts'
import { type Application, CannotInstall } from './application.ts'
import { dokuwiki } from './dokuwiki.ts'
import { type InjectingProxy, startProxy } from './injecting-proxy.ts'
import { nodeRed } from './node-red.ts'
import { coveredByLauncher, expectNothingLeft, listenForErrors } from './page-checks.ts'
import { tiddlywiki } from './tiddlywiki.ts'
import { verdaccio } from './verdaccio.ts'

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'fanal-hosts-real')
const report: string[] = []

test.afterAll(() => {
  process.stdout.write(`\n${report.join('\n')}\n`)
  writeFileSync(join(test.info().project.outputDir, 'report.md'), `${report.join('\n')}\n`)
})

for (const application of [verdaccio, nodeRed, tiddlywiki, dokuwiki])
  test(`at home in ${application.name}`, async ({ browser }) => {
    const folder = join(cache, application.name.toLowerCase())
    const version = await application.install(folder).catch((problem: unknown) => {
      if (!(problem instanceof CannotInstall)) throw problem
      return problem
    })
    if (version instanceof CannotInstall) {
      report.push(`${application.name}: skipped. ${version.message}`)
      // biome-ignore lint/suspicious/noSkippedTests: an application that cannot be had has nothing to test
      test.skip(true, version.message)
      return
    }
    const visit = await open(application, folder)
    try {
      const before = await visitWithout(visit, browser)
      const findings = await visitWith(visit, browser, before)
      report.push(`${application.name} ${version}`, `  tried: ${application.checked}`)
      report.push(...findings.map((finding) => `  ${finding}`))
    } finally {
      await visit.stop()
    }
  })

interface Visit {
  application: Application
  origin: string
  proxy: InjectingProxy
  stop(): Promise<void>
}

/** The application behind the proxy, and a Fanal server with the example practice's help and a flow made for this application. */
async function open(application: Application, folder: string): Promise<Visit> {
  const data = mkdtempSync(join(tmpdir(), 'fanal-hosts-real-'))
  const undo: (() => Promise<void>)[] = [async () => rmSync(data, { recursive: true, force: true })]
  const stop = async () => {
    for (const step of undo.reverse()) await step()
  }
  try {
    const port = await findFreePort()
    const origin = `http://127.0.0.1:${port}`
    const help = join(data, 'help')
    cpSync(join(repositoryRoot, 'examples', 'cabinet', 'help'), help, { recursive: true })
    writeFileSync(join(help, 'flows', 'visite.yaml'), describeFlow(application))
    const fanal = await startServer({
      port: 0,
      dataDir: join(data, 'fanal'),
      contentDirs: [help],
      extraOrigins: [origin],
      logLevel: 'error',
    })
    undo.push(() => fanal.close())
    const targetPort = await findFreePort()
    const own = join(data, 'application')
    mkdirSync(own)
    const served = await application.start({ folder, data: own, port: targetPort, origin })
    undo.push(() => served.stop())
    const tag = tagFor(application, fanal.url)
    const proxy = await startProxy({ port, targetPort, fanal: fanal.url, tag })
    undo.push(() => proxy.stop())
    return { application, origin, proxy, stop }
  } catch (problem) {
    await stop()
    throw problem
  }
}

/** As docs/embed.md has it: the tag alone, or the snippet where the page has something to tell. */
const tagFor = ({ page }: Application, fanal: string) =>
  page
    ? `<script>window.fanal=window.fanal||function(){(fanal.q=fanal.q||[]).push(arguments)};
fanal('init',{key:'pk_medicab',locale:'fr'});fanal('page',{path:'${page}'})</script><script async src="${fanal}/fanal.js"></script>`
    : `<script async src="${fanal}/fanal.js" data-key="pk_medicab" data-locale="fr"></script>`

const describeFlow = ({ step: { css, role, name } }: Application) => `id: visite
title: Découvrir cet écran
locale: fr
version: 1
start: manual
steps:
  - id: ici
    target: { role: ${role}, name: ${JSON.stringify(name)}, css: ${JSON.stringify(css)} }
    title: Regardez ici
    text: C’est **ici** que tout commence.
    advance: { on: next }
  - id: fin
    title: C’est tout
    text: Vous savez où regarder.
    advance: { on: next }
`

/** @returns what the application tells the console by itself */
async function visitWithout({ application, origin, proxy }: Visit, browser: Browser): Promise<string[]> {
  proxy.injects = false
  const page = await browser.newPage()
  const errors = listenForErrors(page)
  await application.enter(page, origin)
  // As often as in the visit with us.
  for (let round = 0; round < 3; round++) await application.use(page)
  await page.close()
  proxy.injects = true
  return errors
}

async function visitWith({ application, origin, proxy }: Visit, browser: Browser, before: string[]): Promise<string[]> {
  const page = await browser.newPage()
  const errors = listenForErrors(page)
  await application.enter(page, origin)
  await expect(page.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
  await application.use(page)
  await takePicture(page, application, 'closed')
  const covered = await coveredByLauncher(page)
  await typeInTheBox(page, application)
  await useTheHelp(page.mainFrame(), page)
  await takeAStep(page, application)
  await application.use(page)
  await expectNothingLeft(page, application.page !== undefined)
  await application.use(page)
  const ours = errors.filter((error) => !before.includes(error))
  expect(ours).toEqual([])
  await page.close()
  return [
    `console: ${errors.length} errors with us, ${before.length} without us${before.length ? `, such as “${before[0]?.slice(0, 90)}”` : ''}`,
    `policy: ${[...proxy.policies].join(' | ') || 'none of its own, nothing added'}`,
    `launcher over: ${covered.join(', ') || 'nothing that can be pressed'}`,
  ]
}

async function takePicture(page: Page, { name }: Application, what: string): Promise<void> {
  const folder = join(test.info().project.outputDir, 'pictures')
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name.toLowerCase()}-${what}.png`), animations: 'disabled' })
}

/** What the application would take for its own, were it to hear it. */
async function typeInTheBox(page: Page, application: Application): Promise<void> {
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  const box = panel.getByRole('searchbox', { name: "Rechercher dans l'aide" })
  await expect(panel.getByRole('listitem')).not.toHaveCount(0)
  await takePicture(page, application, 'home')
  await box.pressSequentially('delete me')
  for (const key of ['Delete', 'Backspace', 'Control+Enter', 'Control+z', 'Control+f']) await box.press(key)
  await box.fill('')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

async function takeAStep(page: Page, application: Application): Promise<void> {
  await page.evaluate('document[Symbol.for("fanal")]("flow", "visite")')
  const step = page.getByRole('dialog', { name: 'Regardez ici' })
  await expect(step).toContainText('Étape 1 sur 2')
  await expect(step).not.toContainText('n’a pas été trouvé')
  await expect(page.locator('.flow-ring')).toBeVisible()
  await takePicture(page, application, 'step')
  await step.getByRole('button', { name: 'Continuer' }).click()
  const last = page.getByRole('dialog', { name: 'C’est tout' })
  await last.getByRole('button', { name: 'Quitter le guide' }).click()
  await expect(last).toBeHidden()
}
