/** Privacy in the page: the whole use of the widget on a page full of personal data, and every byte of it that leaves or stays is looked at. */
import { expect, type Page, test } from '@playwright/test'
import type { HostPage } from '../hosts/host-page.ts'
import { type Hosts, serveHosts } from '../hosts/serve-hosts.ts'

let hosts: Hosts

test.beforeAll(async () => {
  hosts = await serveHosts()
})
test.afterAll(() => hosts?.stop())

/** A patient's page: in its title, its path, its query, its text, its names and its fields. */
const patient: HostPage = {
  name: 'patient',
  around: (content) => `<h1>Marie Durand, née le 12/03/1958</h1>
    <section aria-label="Dossier de Marie Durand" data-fanal-private data-fanal-topic="diabete-de-type-2">
      <label>N° de sécurité sociale <input name="nir" value="2 58 03 75 116 123 45"></label>
      <label>Motif <textarea name="motif">insuffisance rénale</textarea></label>
      <p role="alert">Carte refusée pour DURAND Marie</p>
    </section>
    <section data-fanal-topic="facturation">${content}</section>`,
}
const path = '/patients/258037511612345/consultations/2026-03-02'

/** Whatever names this person or their illness, as written, folded and encoded. */
const secrets =
  /durand|258\s?03|2%2058|258037511612345|116\s?123|2026-03-02|12[/-]03[/-]1958|12%2F03|diab[eé]te|r[eé]nale|06[ .]?12[ .]?34|0612345678|marie\.|@example/i

interface Watched {
  /** method, address and body of all that left for Fanal */
  sent: string[]
  sentTo: string[]
}

async function openPatient(page: Page): Promise<Watched> {
  const watched: Watched = { sent: [], sentTo: [] }
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== hosts.fanal.url) return
    watched.sentTo.push(url.pathname)
    watched.sent.push(
      [request.method(), request.url(), request.postData(), JSON.stringify(request.headers())].join(' '),
    )
  })
  hosts.add(patient)
  await page.addInitScript(() => {
    document.title = 'Durand Marie'
    Object.assign(window, { kept: [] })
    const { kept } = window as unknown as { kept: string[] }
    const write = Storage.prototype.setItem
    Storage.prototype.setItem = function (name, value) {
      kept.push(`${name}=${value}`)
      return write.call(this, name, value)
    }
    for (const verb of ['add', 'put'] as const) {
      const keep = IDBObjectStore.prototype[verb]
      IDBObjectStore.prototype[verb] = function (value, ...key) {
        kept.push(JSON.stringify([value, ...key]))
        return keep.call(this, value, ...key)
      }
    }
  })
  await page.goto(`${hosts.origin}${path}?host=patient&nom=Durand&nir=258037511612345#marie.durand@example.fr`)
  await page.getByRole('button', { name: 'Aide', exact: true }).waitFor()
  return watched
}

const keptBy = (page: Page) => page.evaluate(() => (window as unknown as { kept: string[] }).kept)
const cookiesOf = (page: Page) => page.evaluate(() => document.cookie)

/** Everything a person can do, with what they would type in a hurry. */
async function useEverything(page: Page): Promise<void> {
  await page.getByLabel('Motif').fill('insuffisance rénale terminale, Mme Durand')
  await page.evaluate(`{
    const fanal = document[Symbol.for('fanal')]
    fanal('error', 'B2-043')
    fanal('context', { feature: 'lot', release: '4.2.0' })
    fanal('milestone', 'premiere-teletransmission')
  }`)
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Aide' })
  await panel.getByRole('listitem').first().waitFor()
  const box = panel.getByRole('searchbox', { name: "Rechercher dans l'aide" })
  await box.fill('carte vitale de Mme Durand 2 58 03 75 116 123 45 au 06 12 34 56 78, marie.durand@example.fr')
  await box.press('Enter')
  await panel.getByRole('listitem').first().getByRole('button').first().click()
  const vote = panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })
  await vote.getByRole('button', { name: 'Non' }).click()
  await panel.getByRole('radio').first().check()
  await panel.locator('textarea').fill('Mme Durand, née le 12/03/1958, attend au 06 12 34 56 78')
  await panel.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await page.evaluate('document[Symbol.for("fanal")]("flow", "envoyer-un-montant")')
  await page.getByRole('dialog', { name: 'Saisissez le montant' }).waitFor()
  await page.getByRole('textbox', { name: 'Montant' }).fill('30')
  await page.getByRole('dialog', { name: 'Envoyez' }).getByRole('button', { name: 'Quitter le guide' }).click()
}

test('before the first use only the settings are asked for, and nothing is kept', async ({ page }) => {
  const { sentTo, sent } = await openPatient(page)
  await page.getByLabel('Motif').fill('autre motif')
  await page.evaluate('document[Symbol.for("fanal")]("milestone", "premiere-teletransmission")')
  await page.waitForLoadState('networkidle')
  expect(sentTo.filter((one) => one.startsWith('/v1') || one.startsWith('/1'))).toEqual(['/v1/config'])
  expect(sent.filter((one) => secrets.test(one))).toEqual([])
  expect(await keptBy(page)).toEqual([])
  expect(await cookiesOf(page)).toBe('')
})

test('nothing of the patient leaves or stays, whatever is done with the help', async ({ page }) => {
  const { sent, sentTo } = await openPatient(page)
  const told = page.waitForResponse((answer) => answer.url().endsWith('/v1/signals'))
  await useEverything(page)
  await told
  // What is still waiting leaves with the page.
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')
  await expect.poll(() => sent.join()).toContain('flow_exited')
  expect(sentTo).toContain('/v1/suggestions')
  expect(sent.join()).toContain('/patients/:id/consultations/:id')
  expect(sent.filter((one) => secrets.test(one))).toEqual([])
  const kept = await keptBy(page)
  expect(kept.join()).toContain('vote_cast')
  expect(kept.filter((one) => secrets.test(one))).toEqual([])
  expect(await cookiesOf(page)).toBe('')
})

test('with Global Privacy Control the same use tells nothing and keeps nothing', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true }),
  )
  const { sent, sentTo } = await openPatient(page)
  await useEverything(page)
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))')
  await page.waitForLoadState('networkidle')
  expect(sentTo).not.toContain('/v1/signals')
  expect(sent.filter((one) => secrets.test(one))).toEqual([])
  expect(await keptBy(page)).toEqual([])
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})
