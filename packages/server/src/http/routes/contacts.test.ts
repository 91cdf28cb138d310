import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'

const settings = `
project: medisoft
contact:
  timeZone: Europe/Paris
  channels:
    - { id: tel, kind: phone, phone: "01 02 03 04 05" }
    - id: standard
      kind: form
      hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }]
      slaHours: 4
    - { id: urgence, kind: email, email: urgence@medisoft.example, slaHours: 1 }
`

let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp({ settings })
})

afterEach(() => testApp.dispose())

const contact = {
  key: 'pk_medisoft',
  id: '0195e3a0-0000-7000-8000-00000000c001',
  subject: 'Lot B2 rejeté',
  message: 'Le lot 12 de Mme Durand (06 12 34 56 78) est rejeté.',
  impact: 'P2',
  email: 'dr@cabinet.example',
  name: 'Dr Martin',
}

function post(body: unknown) {
  return testApp.app.inject({ method: 'POST', url: '/v1/contacts', payload: body as object })
}

const stored = () => testApp.services.store.contacts.read('medisoft')

test('a contact is stored, answered with a reference and the time of the promised reply', async () => {
  const answer = await post(contact)
  expect(answer.statusCode).toBe(201)
  // Monday 2026-03-02 10:00 in Paris, four opening hours later
  expect(answer.json()).toEqual({
    ref: expect.stringMatching(/^F-[0-9A-HJKMNP-TV-Z]{5}$/),
    channel: 'standard',
    expectedReply: '2026-03-02T13:00:00.000Z',
  })
  expect(await stored()).toMatchObject([
    { ref: answer.json().ref, channel: 'standard', delivery: 'waiting', attempts: 0, request: contact },
  ])
  expect(testApp.contactsAnnounced()).toBe(1)
})

test('the same contact sent again gets the same answer and is announced once', async () => {
  const first = await post(contact)
  testApp.clock.now += 60_000
  const again = await post({ ...contact, subject: 'changed' })
  expect(again.statusCode).toBe(201)
  expect(again.json()).toEqual(first.json())
  expect(await stored()).toHaveLength(1)
  expect(testApp.contactsAnnounced()).toBe(1)
})

test('the message stays as written; the context the widget gathered is redacted', async () => {
  await post({
    ...contact,
    context: {
      page: { key: '/patients/184467' },
      searches: ['rejet durand@cabinet.example'],
      errors: ['B2-043 pour dr@cabinet.example'],
    },
  })
  const [kept] = await stored()
  expect(kept?.request.message).toBe('Le lot 12 de Mme Durand (06 12 34 56 78) est rejeté.')
  expect(kept?.request.context).toEqual({
    page: { key: '/patients/:id' },
    searches: ['rejet [email]'],
    errors: ['B2-043 pour [email]'],
  })
})

test('a channel is chosen by id, never one that only takes calls', async () => {
  expect((await post({ ...contact, channel: 'urgence' })).json()).toMatchObject({ channel: 'urgence' })
  const other = { ...contact, id: 'c2', channel: 'tel' }
  expect((await post(other)).json()).toMatchObject({ channel: 'standard' })
})

test('an identity token is checked and never kept', async () => {
  const answer = await post({ ...contact, token: 'hello' })
  expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'TOKEN_INVALID'])
  expect(await stored()).toEqual([])
})

test.each([
  [{ email: 'dr' }, 'email: is "dr": send an e-mail address such as name@example.com. Correct it and send it again.'],
  [{ message: ' \n ' }, 'message: is " \\n ": is empty. Correct it and send it again.'],
  [{ subject: undefined }, 'subject: is missing; send a string. Correct it and send it again.'],
  [{ impact: 'high' }, 'impact: is "high"; send one of "P1", "P2", "P3", "P4". Correct it and send it again.'],
  [{ message: 'x'.repeat(5001) }, 'message: is 5001 characters long; send at most 5000. Correct it and send it again.'],
])('%#: what is wrong is said', async (change, message) => {
  const answer = await post({ ...contact, ...change })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toEqual({ error: { code: 'BODY_INVALID', message } })
})

test('a mistyped time zone costs no message, only the promise', async () => {
  await testApp.dispose()
  testApp = await openTestApp({ settings: settings.replace('Europe/Paris', 'Europe/Pariss') })
  const answer = await post(contact)
  expect(answer.statusCode).toBe(201)
  expect(answer.json().expectedReply).toBeNull()
})

test('a body of another content type is refused for what it is', async () => {
  const headers = { 'content-type': 'text/plain' }
  const payload = JSON.stringify(contact)
  const answer = await testApp.app.inject({ method: 'POST', url: '/v1/contacts', payload, headers })
  expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'BODY_NOT_JSON'])
})
