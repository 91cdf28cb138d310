import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { AuthorLink, AuthorLinkRequest, AuthorPass } from './author.ts'
import type { BacklogPatch } from './backlog.ts'
import type { ConsoleSession, SignInRequest } from './console.ts'
import type { ContactReceipt, ContactRequest, ImpactLevel, Release, Ticket } from './contact.ts'
import type { PhrasingChange, PhrasingList } from './phrasing.ts'
import type { FlowsReport } from './report.ts'
import {
  type authorLinkRequestSchema,
  type authorLinkSchema,
  type authorPassSchema,
  type backlogPatchSchema,
  type checklistAnswerSchema,
  type consoleSessionSchema,
  type contactReceiptSchema,
  contactRequestSchema,
  describeProblem,
  type flowsReportSchema,
  type impactSchema,
  type phrasingChangeSchema,
  type phrasingListSchema,
  releaseSchema,
  type signalBatchSchema,
  type signalReceiptSchema,
  signalSchema,
  signalSchemas,
  type signInSchema,
  ticketSchema,
} from './schema.ts'
import type { Checklist } from './settings.ts'
import { type Signal, type SignalBatch, type SignalOf, type SignalReceipt, signalNames } from './signal.ts'

describe('the schemas say what the shapes say', () => {
  test('signals', () => {
    expectTypeOf<z.output<typeof signalSchema>>().toEqualTypeOf<Signal>()
    expectTypeOf<z.output<typeof signalBatchSchema>>().toEqualTypeOf<SignalBatch>()
    expectTypeOf<z.output<typeof signalReceiptSchema>>().toEqualTypeOf<SignalReceipt>()
    expectTypeOf<z.output<(typeof signalSchemas)['vote_cast']>>().toEqualTypeOf<SignalOf<'vote_cast'>>()
    expect(Object.keys(signalSchemas)).toEqual([...signalNames])
    expect(signalSchema.options.map((option) => option.shape.name.value)).toEqual([...signalNames])
  })

  test('contacts, tickets and releases', () => {
    expectTypeOf<z.output<typeof impactSchema>>().toEqualTypeOf<ImpactLevel>()
    expectTypeOf<z.output<typeof contactRequestSchema>>().toEqualTypeOf<ContactRequest>()
    expectTypeOf<z.output<typeof contactReceiptSchema>>().toEqualTypeOf<ContactReceipt>()
    expectTypeOf<z.output<typeof ticketSchema>>().toEqualTypeOf<Ticket>()
    expectTypeOf<z.output<typeof releaseSchema>>().toEqualTypeOf<Release>()
  })

  test('the flows report and the checklist', () => {
    expectTypeOf<z.output<typeof checklistAnswerSchema>>().toEqualTypeOf<Checklist>()
    expectTypeOf<z.output<typeof flowsReportSchema>>().toEqualTypeOf<FlowsReport>()
  })

  test('the console', () => {
    expectTypeOf<z.output<typeof signInSchema>>().toEqualTypeOf<SignInRequest>()
    expectTypeOf<z.output<typeof consoleSessionSchema>>().toEqualTypeOf<ConsoleSession>()
    expectTypeOf<z.output<typeof backlogPatchSchema>>().toEqualTypeOf<BacklogPatch>()
  })

  test('author links', () => {
    expectTypeOf<z.output<typeof authorLinkRequestSchema>>().toEqualTypeOf<AuthorLinkRequest>()
    expectTypeOf<z.output<typeof authorLinkSchema>>().toEqualTypeOf<AuthorLink>()
    expectTypeOf<z.output<typeof authorPassSchema>>().toEqualTypeOf<AuthorPass>()
  })

  test('phrasings', () => {
    expectTypeOf<z.output<typeof phrasingListSchema>>().toEqualTypeOf<PhrasingList>()
    expectTypeOf<z.output<typeof phrasingChangeSchema>>().toEqualTypeOf<PhrasingChange>()
  })
})

const panelOpened = {
  id: '0195e3a0-0000-7000-8000-000000000001',
  name: 'panel_opened',
  at: 1_772_445_600_000,
  sessionId: 's1',
  page: { key: '/facturation' },
  props: { by: 'launcher' },
}

/** The problem of a value that must be refused. */
function problemOf(schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value)
  if (result.success) throw new Error('was accepted')
  const { path, reason } = describeProblem(result.error, value)
  return `${path} ${reason}`
}

describe('what is harmless is mended', () => {
  test('fields nobody knows are dropped', () => {
    const parsed = signalSchemas.panel_opened.parse({ ...panelOpened, ip: '10.0.0.1', props: { by: 'api', x: 1 } })
    expect(parsed).toEqual({ ...panelOpened, props: { by: 'api' } })
  })

  test('line breaks in a subject become spaces; in a message they stay', () => {
    const parsed = contactRequestSchema.parse({
      key: 'pk_medisoft',
      id: 'c1',
      subject: ' Lot rejeté\r\nBcc: x@y.example ',
      message: 'Bonjour,\nle lot\u0000 est rejeté.',
      impact: 'P2',
      email: ' dr@cabinet.example ',
    })
    expect(parsed.subject).toBe('Lot rejeté Bcc: x@y.example')
    expect(parsed.message).toBe('Bonjour,\nle lot est rejeté.')
    expect(parsed.email).toBe('dr@cabinet.example')
  })

  test('times may be ISO 8601 and come out as milliseconds', () => {
    expect(ticketSchema.parse({ id: 'k1', createdAt: '2026-03-03T09:10:00+01:00' }).createdAt).toBe(1_772_525_400_000)
    expect(releaseSchema.parse({ version: '9.1', at: 5, features: [], pages: [] }).at).toBe(5)
  })

  test('seconds may be left out; a date without a time is 00:00 UTC', () => {
    expect(ticketSchema.parse({ id: 'k1', createdAt: '2026-03-02T01:00+01:00' }).createdAt).toBe(1_772_409_600_000)
    expect(ticketSchema.parse({ id: 'k1', createdAt: '2026-03-02' }).createdAt).toBe(1_772_409_600_000)
  })

  test('what a help desk does not know may be null', () => {
    expect(ticketSchema.parse({ id: 'k1', createdAt: 5, solvedAt: null, accountId: null, priority: 'P2' })).toEqual({
      id: 'k1',
      createdAt: 5,
      priority: 'P2',
    })
  })

  test('a release need not list features and pages', () => {
    expect(releaseSchema.parse({ version: '9.1', at: 5 })).toEqual({ version: '9.1', at: 5, features: [], pages: [] })
  })
})

describe('a refusal says where, what was there, and what to send', () => {
  test.each([
    [
      { ...panelOpened, props: { by: 'mouse' } },
      'props.by is "mouse"; send one of "launcher", "api", "shortcut", "link", "error", "flow"',
    ],
    [{ ...panelOpened, at: 'yesterday' }, 'at is "yesterday"; send a number'],
    [{ ...panelOpened, page: undefined }, 'page is missing; send an object'],
    [
      { ...panelOpened, page: { key: '/a?patient=1' } },
      'page.key is "/a?patient=1": must start with "/" and hold no "?" or "#"',
    ],
    [{ ...panelOpened, id: 'a\u0007' }, 'id is "a\\u0007": holds a control character'],
    [{ ...panelOpened, sessionId: 'x'.repeat(201) }, 'sessionId is 201 characters long; send at most 200'],
    [{ ...panelOpened, sessionId: '' }, 'sessionId is empty; send at least 1 character(s)'],
  ])('%#', (signal, expected) => {
    expect(problemOf(signalSchemas.panel_opened, signal)).toBe(expected)
  })

  test.each([
    [undefined, 'createdAt is missing; send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z'],
    [
      '2026-02-30',
      'createdAt is "2026-02-30"; send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z',
    ],
    [
      '2026-03-02T09:00:00',
      'createdAt is "2026-03-02T09:00:00"; send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z',
    ],
  ])('a time that is none: %s', (createdAt, expected) => {
    expect(problemOf(ticketSchema, { id: 'k1', createdAt })).toBe(expected)
  })

  test('an address that is none', () => {
    const request = { key: 'k', id: 'c', subject: 's', message: 'm', impact: 'P1', email: 'dr.cabinet' }
    expect(problemOf(contactRequestSchema, request)).toBe(
      'email is "dr.cabinet": send an e-mail address such as name@example.com',
    )
  })

  test('a header hidden in an address is refused', () => {
    const request = {
      key: 'k',
      id: 'c',
      subject: 's',
      message: 'm',
      impact: 'P1',
      email: 'a@b.example\r\nBcc: c@d.example',
    }
    expect(problemOf(contactRequestSchema, request)).toContain('email is ')
  })
})
