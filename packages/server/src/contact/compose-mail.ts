/**
 * Writes the mail that support receives: plain text, in the project's language. Pure.
 * Everything a person typed goes into the body or into a structured header field; nothing of it is ever pasted into a header line.
 */
import type { ContactContext, ContactRequest, ProjectSettings } from '@fanal/contract'
import type { StoredContact } from '../store/store.ts'
import { en } from './locale/en.ts'
import { fr, type MailWords } from './locale/fr.ts'

export interface Mail {
  from: string
  to: string[]
  replyTo: { name: string; address: string }
  subject: string
  text: string
  /** the same for every try, so that a help desk sees one mail even where two arrive */
  messageId: string
  headers: { 'X-Fanal-Ref': string; 'X-Fanal-Project': string }
}

/**
 * @param defaultFrom sender where the project's sink names none
 * @returns null when the project names nobody to send to
 */
export function composeMail(contact: StoredContact, settings: ProjectSettings, defaultFrom: string): Mail | null {
  const sinks = settings.contact.sinks ?? []
  const channel = (settings.contact.channels ?? []).find((candidate) => candidate.id === contact.channel)
  const to = sinks.length > 0 ? sinks.map((sink) => sink.to) : channel?.email ? [channel.email] : []
  if (to.length === 0) return null
  const { request, ref, project } = contact
  return {
    from: sinks.find((sink) => sink.from)?.from ?? defaultFrom,
    to,
    replyTo: { name: request.name ?? '', address: request.email },
    subject: `[${ref}] ${request.subject}`,
    text: composeText(contact, settings),
    messageId: `<${ref}.${contact.createdAt}@fanal.invalid>`,
    headers: { 'X-Fanal-Ref': ref, 'X-Fanal-Project': project },
  }
}

function composeText(contact: StoredContact, settings: ProjectSettings): string {
  const locale = settings.locales[0]?.startsWith('en') ? 'en' : 'fr'
  const words = locale === 'en' ? en : fr
  const timeZone = settings.contact.timeZone ?? 'Europe/Paris'
  const blocks = [contact.request.message.trim(), composeFacts(contact, words, locale, timeZone).join('\n')]
  const context = contact.request.context && composeContext(contact.request.context, words)
  if (context && context.length > 0) blocks.push([words.contextTitle, ...context].join('\n'))
  return `${blocks.join('\n\n----\n')}\n`
}

function composeFacts(contact: StoredContact, words: MailWords, locale: string, timeZone: string): string[] {
  const { request, ref, expectedReplyAt } = contact
  const line = lineWriter(words)
  return [
    line(words.from, formatSender(request)),
    line(words.phone, request.phone),
    line(words.impact, words.impacts[request.impact]),
    line(words.reference, ref),
    line(words.account, request.accountId),
    line(words.visitor, request.visitorId),
    line(words.expectedReply, expectedReplyAt === null ? undefined : formatInstant(expectedReplyAt, locale, timeZone)),
  ].flat()
}

function composeContext(context: ContactContext, words: MailWords): string[] {
  const line = lineWriter(words)
  const list = (label: string, items: readonly string[] | undefined) =>
    items && items.length > 0 ? [`${label}${words.labelEnd}`, ...items.map((item) => `  - ${item}`)] : []
  const { page, flow } = context
  return [
    line(words.page, page && (page.title ? `${page.title} (${page.key})` : page.key)),
    line(words.release, context.release),
    line(words.locale, context.locale),
    list(words.errors, context.errors),
    list(words.searches, context.searches),
    list(
      words.articles,
      context.articles?.map(
        ({ id, title, helpful }) =>
          `${title} (${id})${helpful === undefined ? '' : `, ${helpful ? words.helpful : words.notHelpful}`}`,
      ),
    ),
    line(words.flow, flow && `${flow.id} v${flow.version}, ${flow.stepId}`),
    line(words.flowPath, flow?.path.join(' → ')),
    list(
      words.flowAnswers,
      flow && Object.entries(flow.answers).map(([step, answer]) => `${step}${words.labelEnd} ${answer}`),
    ),
    line(words.flowFailure, flow?.failure),
  ].flat()
}

/** Writes `label: value`, or nothing where there is no value. */
function lineWriter(words: MailWords) {
  return (label: string, value: string | undefined) => (value ? [`${label}${words.labelEnd} ${value}`] : [])
}

function formatSender(request: ContactRequest): string {
  return request.name ? `${request.name} <${request.email}>` : request.email
}

function formatInstant(at: number, locale: string, timeZone: string): string {
  try {
    return `${new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at)} (${timeZone})`
  } catch {
    return new Date(at).toISOString() // the zone was mistyped after the promise was made
  }
}
