import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../app.support.ts'
import { createMailer, type Mailer } from '../contact/deliver.ts'
import { deliverDue, retryDelayMs, startContactDelivery } from './deliver-contacts.ts'

const settings = `
project: medisoft
title: MediSoft
locales: [fr]
contact:
  timeZone: Europe/Paris
  channels: [{ id: support, kind: form, hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }], slaHours: 4 }]
  sinks: [{ kind: smtp, to: support@medisoft.example, from: aide@medisoft.example }]
`

interface ReceivedMail {
  from: string
  to: string[]
  email: Email
}

/** A mail server that can be told how to answer. */
class Inbox {
  readonly received: ReceivedMail[] = []
  /** errors for the next mails, first come first; then mails are accepted */
  readonly refusals: { responseCode: number; message: string }[] = []
  readonly #waiting: (() => void)[] = []
  #server: SMTPServer | null = null

  async open(port = 0): Promise<number> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: async (stream, session, done) => {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk)
        const refusal = this.refusals.shift()
        if (refusal) {
          done(Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        this.received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
          email: await PostalMime.parse(Buffer.concat(chunks)),
        })
        done()
        for (const resolve of this.#waiting.splice(0)) resolve()
      },
    })
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    this.#server = server
    return (server.server.address() as AddressInfo).port
  }

  /** Resolves with the next mail that is accepted. */
  async next(): Promise<ReceivedMail> {
    const count = this.received.length
    if (count === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return this.received.at(-1) as ReceivedMail
  }

  async close(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

let inbox: Inbox
let port: number
let testApp: TestApp
let mailer: Mailer

beforeEach(async () => {
  inbox = new Inbox()
  port = await inbox.open()
  await openApp(settings)
})

async function openApp(text: string): Promise<void> {
  testApp = await openTestApp({ settings: text, options: { smtpUrl: `smtp://127.0.0.1:${port}` } })
  mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: 'fanal@localhost' })
}

afterEach(async () => {
  mailer.close()
  await testApp.dispose()
  await inbox.close()
})

const message = {
  key: 'pk_medisoft',
  id: 'c1',
  subject: 'Lot B2 rejeté',
  message: 'Bonjour,\n\nle lot 12 est rejeté.',
  impact: 'P1',
  email: 'dr.martin@cabinet.example',
  name: 'Dr Hélène Martin',
  phone: '01 02 03 04 05',
  accountId: 'cabinet-12',
  context: {
    page: { key: '/teletransmission', title: 'Télétransmission' },
    release: '9.1',
    searches: ['rejet lot b2'],
    articles: [{ id: 'A12', title: 'Lots rejetés' }],
    flow: { id: 'lots', version: 2, stepId: 'envoyer', path: ['ouvrir', 'envoyer'], answers: { voyant: 'Non' } },
  },
}

async function send(more: Record<string, unknown> = {}): Promise<string> {
  const answer = await testApp.app.inject({ method: 'POST', url: '/v1/contacts', payload: { ...message, ...more } })
  return answer.json().ref
}

const deliver = () => deliverDue(testApp.services, mailer)
const stored = async () => (await testApp.services.store.contacts.read('medisoft'))[0]

describe('the mail to support', () => {
  test('is plain text in the project’s language, with what the person agreed to send', async () => {
    const ref = await send()
    expect(await deliver()).toBe(1)
    const { from, to, email } = await inbox.next()
    expect([from, to]).toEqual(['aide@medisoft.example', ['support@medisoft.example']])
    expect(email.subject).toBe(`[${ref}] Lot B2 rejeté`)
    expect(email.replyTo).toEqual([{ address: 'dr.martin@cabinet.example', name: 'Dr Hélène Martin' }])
    expect(email.headers.find((header) => header.key === 'x-fanal-ref')?.value).toBe(ref)
    expect(email.html).toBeUndefined()
    expect(email.text).toBe(`Bonjour,

le lot 12 est rejeté.

----
De\u00a0: Dr Hélène Martin <dr.martin@cabinet.example>
Téléphone\u00a0: 01 02 03 04 05
Impact\u00a0: P1, la personne est bloquée
Référence\u00a0: ${ref}
Compte client\u00a0: cabinet-12
Réponse promise avant le\u00a0: lundi 2 mars 2026 à 14:00 (Europe/Paris)

----
Contexte, transmis avec l’accord de la personne
Page\u00a0: Télétransmission (/teletransmission)
Version\u00a0: 9.1
Recherches\u00a0:
  - rejet lot b2
Articles ouverts\u00a0:
  - Lots rejetés (A12)
Guide en cours\u00a0: lots v2, envoyer
Étapes suivies\u00a0: ouvrir → envoyer
Réponses données\u00a0:
  - voyant\u00a0: Non
`)
  })

  test('is in English for an English project, and says nothing of what is not known', async () => {
    await testApp.dispose()
    await openApp(settings.replace('[fr]', '[en, fr]'))
    const ref = await send({ name: undefined, phone: undefined, accountId: undefined, context: undefined })
    await deliver()
    expect((await inbox.next()).email.text).toBe(`Bonjour,

le lot 12 est rejeté.

----
From: dr.martin@cabinet.example
Impact: P1, the person is blocked
Reference: ${ref}
Reply promised by: Monday, 2 March 2026 at 14:00 (Europe/Paris)
`)
  })

  test('cannot be given headers or recipients by what somebody typed', async () => {
    await send({
      subject: 'Bonjour\r\nBcc: victime@example.com\r\n\r\nfaux corps',
      name: 'Dr "X" <x@example.com>\r\nBcc: victime@example.com',
      message: '.\r\nRCPT TO:<victime@example.com>\r\nBcc: victime@example.com',
    })
    await deliver()
    const { to, email } = await inbox.next()
    expect(to).toEqual(['support@medisoft.example'])
    expect(email.bcc).toBeUndefined()
    expect(email.replyTo?.map((reply) => reply.address)).toEqual(['dr.martin@cabinet.example'])
    expect(email.subject).toContain('Bonjour Bcc: victime@example.com faux corps')
    expect(email.text).toContain('RCPT TO:<victime@example.com>')
  })

  test('goes to the channel’s own address where the project names no sink', async () => {
    await testApp.dispose()
    await openApp(
      'project: medisoft\ncontact: { channels: [{ id: mail, kind: email, email: sav@medisoft.example }] }\n',
    )
    await send()
    await deliver()
    expect((await inbox.next()).to).toEqual(['sav@medisoft.example'])
  })
})

describe('delivery', () => {
  test('waits longer after each refusal, then succeeds, once', async () => {
    inbox.refusals.push({ responseCode: 451, message: 'greylisted' }, { responseCode: 452, message: 'mailbox full' })
    await send()
    expect(await deliver()).toBe(0)
    expect(await stored()).toMatchObject({ attempts: 1, delivery: 'waiting', nextTryAt: testApp.clock.now + 30_000 })
    expect((await stored())?.lastError).toContain('greylisted')
    testApp.clock.now += 29_999
    expect(await deliver()).toBe(0)
    expect((await stored())?.attempts).toBe(1)
    testApp.clock.now += 1
    await deliver()
    expect(await stored()).toMatchObject({ attempts: 2, nextTryAt: testApp.clock.now + 60_000 })
    testApp.clock.now += 60_000
    expect(await deliver()).toBe(1)
    expect(await stored()).toMatchObject({ attempts: 3, delivery: 'delivered', deliveredAt: testApp.clock.now })
    expect(await deliver()).toBe(0)
    expect(inbox.received).toHaveLength(1)
  })

  test('survives a mail server that is down', async () => {
    await inbox.close()
    await send()
    expect(await deliver()).toBe(0)
    expect((await stored())?.lastError).toContain('ECONNREFUSED')
    await inbox.open(port)
    testApp.clock.now += 30_000
    expect(await deliver()).toBe(1)
    expect(inbox.received).toHaveLength(1)
  })

  test('of one contact that fails never holds up another', async () => {
    inbox.refusals.push({ responseCode: 550, message: 'no such mailbox' })
    await send()
    testApp.clock.now += 1
    const ref = await send({ id: 'c2' })
    expect(await deliver()).toBe(1)
    expect((await inbox.next()).email.subject).toContain(ref)
  })

  test('starts with what waited before, and then with each contact at once', async () => {
    const before = await send()
    const delivery = startContactDelivery(testApp.services)
    expect((await inbox.next()).email.subject).toContain(before)
    inbox.received.length = 0
    const after = await send({ id: 'c2' })
    delivery.nudge()
    expect((await inbox.next()).email.subject).toContain(after)
    await delivery.stop()
    expect(await testApp.services.store.contacts.countWaiting()).toBe(0)
  })

  test('without anybody to send to keeps the contact and says what to write', async () => {
    await testApp.dispose()
    await openApp('project: medisoft\n')
    await send()
    await deliver()
    expect((await stored())?.lastError).toBe(
      'nobody to send to: name a sink or an e-mail channel under contact in fanal.yaml',
    )
  })

  test('without a mail server keeps contacts and says so once', async () => {
    await testApp.dispose()
    testApp = await openTestApp({ settings })
    await send()
    const delivery = startContactDelivery(testApp.services)
    delivery.nudge()
    await delivery.stop()
    expect(await stored()).toMatchObject({ delivery: 'waiting', attempts: 0 })
    expect(testApp.logText().match(/no FANAL_SMTP_URL/g)).toHaveLength(1)
  })

  test('never writes about the person into the log', async () => {
    inbox.refusals.push({ responseCode: 550, message: '<dr.martin@cabinet.example> unknown' })
    await send()
    await deliver()
    expect(testApp.logText()).toContain('"code":550')
    expect(testApp.logText()).not.toMatch(/cabinet\.example|Martin|rejeté/)
  })
})

test('waits 30 s, 1 min, 2 min … and an hour at most', () => {
  expect([1, 2, 3, 4, 7, 8, 9, 100].map(retryDelayMs)).toEqual([
    30_000, 60_000, 120_000, 240_000, 1_920_000, 3_600_000, 3_600_000, 3_600_000,
  ])
})
