/**
 * Takes the README's pictures from the running product: `npm run screenshots`. Needs a build (`npm run build`) and a browser.
 * The console's figures come from an invented history, the same at each run.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredSignal } from '@fanal/server'
import { chromium, type Page } from 'playwright'
import { findOrInstallBrowser, launchArgs } from '../../scripts/find-browser.mjs'
import { takeFlowStrips } from './flow-strips.ts'
import { repositoryRoot } from './source-files.ts'
import { type Practice, startPractice } from './start-practice.ts'

const pictures = join(repositoryRoot, 'docs', 'pictures')
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const gaps = [
  { query: 'télécopie sécurisée', page: '/patients/:id' },
  { query: 'renouveler ma carte cps', page: '/parametres/carte-vitale' },
  { query: 'exporter la compta', page: '/facturation' },
]

/** Four weeks of people looking for help, some of them in vain. */
function inventHistory(
  now: number,
  articleIds: readonly string[],
): { signals: StoredSignal[]; ticketTimes: { at: number; visitorId: string }[] } {
  const random = seededRandom(7)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const signals: StoredSignal[] = []
  const ticketTimes: { at: number; visitorId: string }[] = []
  for (let visit = 0; visit < 260; visit++) {
    const person = Math.floor(random() * 90)
    const startAt = now - Math.floor(random() * 27 * dayMs) - hourMs
    const visitorId = `dr-${person}`
    const add = (name: StoredSignal['name'], afterS: number, page: string, props: object) =>
      signals.push({
        id: `${visit}-${signals.length}`,
        name,
        at: startAt + afterS * 1000,
        receivedAt: startAt + afterS * 1000,
        sessionId: `session-${visit}`,
        visitorId,
        accountId: `cabinet-${person % 31}`,
        page: { key: page },
        locale: 'fr',
        verified: true,
        props,
      } as StoredSignal)
    const lot = random()
    if (lot < 0.16) {
      const { query, page } = pick(gaps)
      add('search_committed', 5, page, { searchId: `${visit}`, query, hits: 0 })
      if (random() < 0.4) ticketTimes.push({ at: startAt + 2 * hourMs, visitorId })
      continue
    }
    const articleId = pick(articleIds.slice(0, 9))
    add('search_committed', 4, '/ordonnances', { searchId: `${visit}`, query: 'imprimante', hits: 4 })
    add('result_clicked', 8, '/ordonnances', { searchId: `${visit}`, articleId, position: 1 })
    add('article_opened', 8, '/ordonnances', { articleId, revision: 1, from: 'search' })
    if (lot < 0.9) add('article_read', 40, '/ordonnances', { articleId, revision: 1, activeMs: 30_000 })
    if (lot > 0.55)
      add('vote_cast', 60, '/ordonnances', {
        articleId,
        revision: 1,
        helpful: lot < 0.84,
        ...(lot < 0.84 ? {} : { reason: 'unclear' }),
      })
    if (lot > 0.72) ticketTimes.push({ at: startAt + 20 * hourMs, visitorId })
  }
  return { signals, ticketTimes }
}

async function fillHistory({ server }: Practice): Promise<void> {
  const { store, knowledge } = server.services
  const articleIds = [...(knowledge.get('medicab')?.articles.keys() ?? [])]
  const { signals, ticketTimes } = inventHistory(Date.now(), articleIds)
  await store.signals.append('medicab', signals)
  await store.tickets.upsert(
    'medicab',
    ticketTimes.map(({ at, visitorId }, place) => ({ id: `t${place}`, createdAt: at, visitorId })),
  )
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}

async function takeWidget(page: Page, { app }: Practice): Promise<void> {
  await page.goto(`${app}/facturation`)
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  await panel.getByRole('region', { name: 'Articles suggérés pour cette page' }).getByRole('listitem').last().waitFor()
  await take(page, 'widget-home')
  await panel.getByRole('searchbox', { name: "Rechercher dans l'aide" }).fill("mon ordonnance ne s'imprime pas")
  await panel.getByText(/résultats/).waitFor()
  await take(page, 'widget-search')
}

async function takeConsole(page: Page, { server }: Practice): Promise<void> {
  await page.goto(`${server.url}/console`)
  await page.getByLabel('Adresse e-mail').fill(server.firstSignIn?.email ?? '')
  await page.getByLabel('Mot de passe', { exact: true }).fill(server.firstSignIn?.password ?? '')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('region', { name: 'Taux de déflexion' }).waitFor()
  await take(page, 'console-deflection')
  await page.getByRole('link', { name: 'Backlog' }).click()
  await page.getByRole('row').nth(1).waitFor()
  await take(page, 'console-backlog')
}

mkdirSync(pictures, { recursive: true })
const executablePath = findOrInstallBrowser((line) => process.stderr.write(`${line}\n`))
const practice = await startPractice()
const browser = await chromium.launch({ executablePath, args: launchArgs })
try {
  await fillHistory(practice)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', colorScheme: 'light' })
  await takeWidget(page, practice)
  await takeConsole(page, practice)
  await takeFlowStrips(browser, practice, take)
} finally {
  await browser.close()
  await practice.stop()
}
