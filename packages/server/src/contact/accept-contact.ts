/**
 * Takes in a contact: durable before it is answered, once per id, with a reference and the time support answers by.
 * The message goes to support as the person wrote it; only the context, which the widget gathered, is redacted.
 */
import type { ContactContext, ContactReceipt, ContactRequest } from '@fanal/contract'
import { foldPath } from '@fanal/contract'
import { redact } from '@fanal/redact'
import { readIdentity } from '../ingest/identity.ts'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import type { Services } from '../services.ts'
import { ContactRefTaken, type StoredContact } from '../store/store.ts'
import { chooseChannel } from './choose-channel.ts'
import { expectedReplyAt, type ReplyPromise } from './expected-reply.ts'
import { drawReference } from './reference.ts'

const defaultTimeZone = 'Europe/Paris'
/** With a million contacts in a project, five draws in a row are all taken once in forty million times. */
const maxDraws = 5

/**
 * @returns once the contact is durable; `created` is false when its id was known
 * @throws FanalError TOKEN_INVALID, STORE_UNAVAILABLE: nothing was kept
 */
export async function acceptContact(
  services: Services,
  base: KnowledgeBase,
  request: ContactRequest,
  draw: () => string = drawReference,
): Promise<{ receipt: ContactReceipt; created: boolean }> {
  const now = services.now()
  const { contact: settings, privacy } = base.settings
  const identify = await readIdentity(request.token, privacy.mode, services.config.identitySecret, now)
  const channel = chooseChannel(settings, request.channel)
  const contact: Omit<StoredContact, 'ref'> = {
    project: base.project,
    request: toKept(request, identify),
    channel: channel.id,
    expectedReplyAt: promiseReply(services, base.project, now, channel, settings.timeZone ?? defaultTimeZone),
    createdAt: now,
    delivery: 'waiting',
    attempts: 0,
    nextTryAt: now,
    lastError: null,
    deliveredAt: null,
  }
  const { contact: kept, created } = await addWithReference(services, contact, draw)
  return { receipt: toReceipt(kept), created }
}

async function addWithReference(services: Services, contact: Omit<StoredContact, 'ref'>, draw: () => string) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await services.store.contacts.add({ ...contact, ref: draw() })
    } catch (error) {
      if (!(error instanceof ContactRefTaken) || tries === maxDraws) throw error
    }
  }
}

/** A time zone nobody knows must not cost a person their message: no promise is made, and the owner is told. */
function promiseReply(
  services: Services,
  project: string,
  now: number,
  promise: ReplyPromise,
  timeZone: string,
): number | null {
  try {
    return expectedReplyAt(now, promise, timeZone)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    services.log.warn({ project, timeZone }, 'contact.timeZone is unknown; write an IANA name such as Europe/Paris')
    return null
  }
}

/** The request without its token, with the identity that holds and a redacted context. */
function toKept(request: ContactRequest, identify: Awaited<ReturnType<typeof readIdentity>>): ContactRequest {
  const { token: _token, visitorId, accountId, context, ...rest } = request
  const { verified: _verified, ...identity } = identify({
    ...(visitorId === undefined ? {} : { visitorId }),
    ...(accountId === undefined ? {} : { accountId }),
  })
  return { ...rest, ...identity, ...(context === undefined ? {} : { context: redactContext(context) }) }
}

function redactContext(context: ContactContext): ContactContext {
  const { page, errors, searches } = context
  return {
    ...context,
    ...(page === undefined
      ? {}
      : { page: { key: foldPath(page.key), ...(page.title === undefined ? {} : { title: redact(page.title) }) } }),
    ...(errors === undefined ? {} : { errors: errors.map((text) => redact(text)) }),
    ...(searches === undefined ? {} : { searches: searches.map((text) => redact(text)) }),
  }
}

function toReceipt(contact: StoredContact): ContactReceipt {
  return {
    ref: contact.ref,
    channel: contact.channel,
    expectedReply: contact.expectedReplyAt === null ? null : new Date(contact.expectedReplyAt).toISOString(),
  }
}
