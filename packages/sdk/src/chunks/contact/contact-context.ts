/**
 * What goes along with a message: where the person was and what they tried, as they see it listed before sending.
 * Searches and errors are redacted first; page text and inputs are never read.
 * Source: docs/contract.md#privacy
 */
import type { ContactContext } from '@fanal/contract'
import { redact } from '@fanal/redact'
import type { ContactPrefill, Runtime } from '../../runtime.ts'
import { trailOf } from '../../ui/trail.ts'
import type { ContactTranslate } from './contact-words.ts'

export function gatherContext(runtime: Runtime, flow: ContactPrefill['flow']): ContactContext {
  const { page, title, release, errors } = runtime.context()
  const { searches, articles } = trailOf(runtime)
  return {
    page: { key: page, ...(title && { title }) },
    ...(release && { release }),
    locale: runtime.locale,
    ...(errors.length && { errors: errors.map(redact) }),
    ...(searches.length && { searches: searches.map(redact) }),
    ...(articles.length && { articles }),
    ...(flow && { flow }),
  }
}

/** Each can be left out. */
export type ContextPart = keyof ContactContext | 'session'

export function withoutParts(context: ContactContext, leftOut: readonly ContextPart[]): ContactContext {
  const kept = Object.entries(context).filter(([part]) => !leftOut.includes(part as ContextPart))
  return Object.fromEntries(kept)
}

export interface ContextLine {
  part: ContextPart
  label: string
  values: string[]
}

/** The context as lines for people: what it is, and its values. Every part that is sent has its line. */
export function describeContext(context: ContactContext, sessionId: string, t: ContactTranslate): ContextLine[] {
  const { page, release, locale, errors, searches, articles, flow } = context
  const describeArticle = ({ title, helpful }: NonNullable<ContactContext['articles']>[number]) =>
    helpful === undefined ? title : `${title} (${t(helpful ? 'context.helped' : 'context.didNotHelp')})`
  const lines: [ContextPart, (string | undefined)[]][] = [
    ['page', [page && (page.title ? `${page.title} (${page.key})` : page.key)]],
    ['errors', errors ?? []],
    ['searches', searches ?? []],
    ['articles', articles?.map(describeArticle) ?? []],
    ['flow', flow ? describeFlow(flow) : []],
    ['release', [release]],
    ['locale', [locale]],
    ['session', [sessionId || undefined]],
  ]
  return lines
    .map(([part, values]) => ({
      part,
      label: t(`context.${part}`),
      values: values.filter((value) => value !== undefined),
    }))
    .filter(({ values }) => values.length)
}

function describeFlow({ id, version, stepId, path, answers, failure }: NonNullable<ContactContext['flow']>): string[] {
  return [
    `${id} (${version}), ${stepId}`,
    path.join(' → '),
    ...Object.entries(answers).map(([step, answer]) => `${step}: ${answer}`),
    ...(failure ? [failure] : []),
  ].filter(Boolean)
}
