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

/** The context as lines for people: what it is, and its values. Every part that is sent has its line. */
export function describeContext(
  context: ContactContext,
  sessionId: string,
  t: ContactTranslate,
): { label: string; values: string[] }[] {
  const { page, release, locale, errors, searches, articles, flow } = context
  const lines: [Parameters<ContactTranslate>[0], (string | undefined)[]][] = [
    ['context.page', [page && (page.title ? `${page.title} (${page.key})` : page.key)]],
    ['context.errors', errors ?? []],
    ['context.searches', searches ?? []],
    ['context.articles', articles?.map(({ title }) => title) ?? []],
    ['context.flow', flow ? describeFlow(flow) : []],
    ['context.release', [release]],
    ['context.locale', [locale]],
    ['context.session', [sessionId || undefined]],
  ]
  return lines
    .map(([key, values]) => ({ label: t(key), values: values.filter((value) => value !== undefined) }))
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
