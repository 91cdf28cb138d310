/**
 * The loop itself: someone in a hurry finds help where they are, what help lacks becomes a backlog item, the article gets
 * written, the same words find it, the item closes by proof and the figure moves.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BacklogItem, DeflectionReport } from '@fanal/contract'
import { expect, type Page, test } from '@playwright/test'
import { expectSignals, openHelp, searchFor, sitDown } from '../support/practice-steps.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'

const symptom = "mon ordonnance ne s'imprime pas"
const unanswered = 'télécopie sécurisée'
const dayMs = 24 * 3_600_000

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice({ clockBehindMs: 8 * dayMs })
})

test.afterAll(async () => {
  await practice?.stop()
})

/** What the project's own server would ask, with its secret key. */
async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`${practice.server.url}${path}`, {
    headers: { authorization: `Bearer ${practice.secretKey}` },
  })
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as T
}

const listBacklog = async () => (await ask<{ items: BacklogItem[] }>('/v1/backlog')).items
const readDeflection = () => ask<DeflectionReport>('/v1/reports/deflection')
async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(practice.server.firstSignIn?.email ?? '')
  await page.getByLabel('Mot de passe', { exact: true }).fill(practice.server.firstSignIn?.password ?? '')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

test('the whole loop, from a symptom to a closed item', async ({ browser }) => {
  const doctor = await sitDown(browser, practice, 'dr-aubry', '/facturation')

  await test.step('on the invoicing page, help shows three invoicing articles', async () => {
    const panel = await openHelp(doctor)
    const suggested = panel.getByRole('region', { name: 'Articles suggérés pour cette page' }).getByRole('listitem')
    await expect(suggested).toHaveCount(3)
    for (const article of await suggested.all()) await expect(article).toContainText('Facturation')
  })

  await test.step('a symptom finds the printer article first; it is read, and voted helpful', async () => {
    const panel = doctor.getByRole('dialog', { name: 'Aide' })
    await searchFor(panel, symptom)
    const first = panel.getByRole('listitem').first()
    await expect(first).toContainText('Votre ordonnance ne s’imprime pas')
    await first.getByRole('button').or(first.getByRole('link')).or(first.getByRole('option')).first().click()
    await expect(panel.getByRole('heading', { name: 'Votre ordonnance ne s’imprime pas' })).toBeVisible()
    const vote = panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })
    await vote.scrollIntoViewIfNeeded()
    await expectSignals(practice, 'article_read', 1)
    await vote.getByRole('button', { name: 'Oui' }).click()
    await expectSignals(practice, 'vote_cast', 1)
  })

  await test.step('a search nobody can answer, by five people of three practices', async () => {
    for (const id of ['dr-legoff', 'dr-kermarec', 'dr-bonnefoy', 'dr-diallo', 'ide-ferrand']) {
      const page = await sitDown(browser, practice, id, '/patients')
      const outbox = page.waitForEvent('requestfinished', (request) => /\/assets\/fr\/outbox-/.test(request.url()))
      const panel = await openHelp(page)
      await outbox
      await searchFor(panel, unanswered)
      await expect(panel.getByText('Aucun résultat pour « télécopie sécurisée »')).toBeVisible()
      if (id === 'dr-kermarec') {
        await panel.getByRole('button', { name: 'Contacter le support' }).last().click()
        await panel.getByLabel('Sujet').fill('Envoyer une télécopie sécurisée')
        await panel.getByLabel('Que se passe-t-il').fill('Je dois envoyer un compte rendu à un confrère ce soir.')
        await panel.getByLabel('Votre adresse e-mail').fill('kermarec@cabinet-du-port.example')
        await panel.getByRole('button', { name: 'Envoyer', exact: false }).click()
        await expect(panel.getByText(/F-[0-9A-Z]{5}/)).toBeVisible()
      }
      // They leave at once: what waits must go out with the page.
      await page.goto('about:blank')
    }
    await expectSignals(practice, 'search_committed', 6)
    await expectSignals(practice, 'contact_sent', 1)
  })

  await test.step('the contact reaches support by mail, with what the person saw', async () => {
    await expect.poll(() => practice.mails.length, { timeout: 30_000 }).toBe(1)
    const mail = practice.mails[0]
    expect(mail?.subject).toMatch(/^\[F-[0-9A-Z]{5}\] Envoyer une télécopie sécurisée$/)
    expect(mail?.replyTo?.[0]?.address).toBe('kermarec@cabinet-du-port.example')
    expect(mail?.text).toContain('Je dois envoyer un compte rendu à un confrère ce soir.')
    expect(mail?.text).toContain('télécopie sécurisée')
    expect(mail?.text).toContain('/patients')
  })

  const item = await test.step('it becomes one backlog item, in the visitors’ words', async () => {
    const items = await listBacklog()
    expect(
      items.map(({ title, accounts, episodes, state, kind }) => ({ title, accounts, episodes, state, kind })),
    ).toEqual([{ title: unanswered, accounts: 3, episodes: 5, state: 'new', kind: 'missing' }])
    return items[0] as BacklogItem
  })

  practice.advanceClock(4 * dayMs)
  const before = await readDeflection()
  expect(before).toMatchObject({
    immature: 0,
    episodes: 6,
    tickets: 1,
    outcomes: { confirmed: 1, contacted: 1, abandoned: 4, explicit: 0, assumed: 0, post_ticket: 0 },
    // one person helped, at π = 0.5, against one ticket
    avoidedTickets: 0.5,
  })

  const owner = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await test.step('the content owner sees the figure with its bounds, and accepts the item', async () => {
    await owner.goto(`${practice.server.url}/console`)
    await signIn(owner)
    await expect(owner.getByRole('heading', { level: 1, name: 'Déflexion' })).toBeVisible()
    await expect(owner.getByText(/33,33\s%/).first()).toBeVisible()
    await owner.getByRole('link', { name: 'Backlog' }).click()
    await owner.getByRole('link', { name: unanswered }).click()
    await owner.getByRole('button', { name: 'Accepter' }).click()
    await expect(owner.getByText('Passé à l’état « Accepté ».')).toBeVisible()
  })

  await test.step('it cannot be closed with an article its own words do not find', async () => {
    await owner.getByLabel('Identifiant de l’article').fill('tiers-payant-et-ald')
    await owner.getByRole('button', { name: 'Lier', exact: true }).click()
    await owner.getByRole('button', { name: 'Publier et clore' }).click()
    await expect(owner.getByRole('alert')).toContainText(unanswered)
    expect((await listBacklog())[0]?.state).toBe('accepted')
  })

  await test.step('the article is written and published', async () => {
    writeFileSync(
      join(practice.helpDir, 'articles', 'envoyer-une-telecopie.md'),
      `---
id: envoyer-une-telecopie
title: Envoyer une télécopie sécurisée à un confrère
category: Intégrations
summary: MediCab n’envoie pas de télécopie ; la messagerie sécurisée de santé la remplace.
pages: [/patients]
symptoms: [télécopie sécurisée]
---

MediCab n’envoie pas de télécopie. Utilisez la messagerie sécurisée : elle est chiffrée, et votre confrère la lit dans son logiciel.

1. Ouvrez le dossier du patient.
2. Cliquez sur **Envoyer à un confrère**.
`,
    )
    const find = () => practice.server.services.knowledge.get('medicab')?.search(unanswered)[0]?.articleId
    await expect.poll(find, { timeout: 15_000 }).toBe('envoyer-une-telecopie')
  })

  await test.step('the same words now find it, in the panel of someone who had searched in vain', async () => {
    const page = await sitDown(browser, practice, 'dr-legoff', '/patients')
    const panel = await openHelp(page)
    await searchFor(panel, unanswered)
    const first = panel.getByRole('listitem').first()
    await expect(first).toContainText('Envoyer une télécopie sécurisée à un confrère')
    await first.getByRole('button').or(first.getByRole('link')).or(first.getByRole('option')).first().click()
    const vote = panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })
    await vote.scrollIntoViewIfNeeded()
    await expectSignals(practice, 'article_read', 2)
    await vote.getByRole('button', { name: 'Oui' }).click()
    await expectSignals(practice, 'vote_cast', 2)
  })

  await test.step('the item closes by proof', async () => {
    await owner.reload()
    await owner.getByLabel('Identifiant de l’article').fill('envoyer-une-telecopie')
    await owner.getByRole('button', { name: 'Lier', exact: true }).click()
    await owner.getByRole('button', { name: 'Publier et clore' }).click()
    await expect(owner.getByText('Passé à l’état « Publié ».')).toBeVisible()
    expect(await listBacklog()).toMatchObject([{ id: item.id, state: 'published', articleId: 'envoyer-une-telecopie' }])
  })

  await test.step('and the figure moves', async () => {
    practice.advanceClock(4 * dayMs)
    const after = await readDeflection()
    expect(after).toMatchObject({ episodes: 7, tickets: 1, outcomes: { confirmed: 2 }, avoidedTickets: 1 })
    expect(after.deflection.value).toBeGreaterThan(before.deflection.value ?? 1)
  })
})
