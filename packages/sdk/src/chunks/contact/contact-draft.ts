/**
 * What the person has written so far: kept in memory across views, closing the panel and failed sending, until it is sent.
 * The e-mail address and phone number stay for a second message. Nothing goes to storage.
 */
import { type ImpactLevel, limits } from '@fanal/contract'
import type { ContactPrefill } from '../../runtime.ts'
import { sessionMemory } from '../../ui/session-memory.ts'
import type { ContextPart } from './contact-context.ts'

export interface ContactDraft {
  /** UUIDv7; the same for every try of the same message, so that the server keeps it once */
  id: string | null
  subject: string
  message: string
  impact: ImpactLevel
  email: string
  phone: string
  attachContext: boolean
  /** parts of the context the person does not want sent */
  leftOut: readonly ContextPart[]
  /** what the person wrote or chose themselves; a prefill leaves it alone */
  written: readonly (keyof ContactPrefill)[]
  flow: ContactPrefill['flow']
}

export type ContactField = 'subject' | 'message' | 'email'
export type FieldProblem = 'missing' | 'wrong' | 'long'
export type FieldProblems = Partial<Record<ContactField, FieldProblem>>

/** How long a text may be, characters. */
export const longest = {
  subject: limits.maxSubjectChars,
  message: limits.maxMessageChars,
} as const

const emptyMessage = {
  id: null,
  subject: '',
  message: '',
  impact: 'P3',
  attachContext: true,
  leftOut: [],
  written: [],
  flow: undefined,
} as const satisfies Partial<ContactDraft>

export const draftOf = sessionMemory<{ current: ContactDraft }>(() => ({
  current: { ...emptyMessage, email: '', phone: '' },
}))

/**
 * The newest prefill has the last word on what the person has not written themselves. Where they have written nothing at all, the one
 * before is forgotten whole: its message belongs to its subject.
 */
export function prefillDraft(draft: ContactDraft, prefill: ContactPrefill | undefined): ContactDraft {
  if (!prefill) return draft
  const { written } = draft
  const before = written.length ? draft : emptyMessage
  const text = (name: 'subject' | 'message') =>
    written.includes(name) ? draft[name] : `${prefill[name] ?? before[name]}`.slice(0, longest[name])
  return {
    ...draft,
    id: null,
    subject: text('subject'),
    message: text('message'),
    impact: written.includes('impact') ? draft.impact : (prefill.impact ?? before.impact),
    flow: prefill.flow ?? before.flow,
  }
}

/** What the person changed themselves. Another text is another message: the one before may have arrived unnoticed. */
export function writeDraft(draft: ContactDraft, part: Partial<ContactDraft>): ContactDraft {
  const names = Object.keys(part) as (keyof ContactPrefill)[]
  return { ...draft, id: null, written: [...new Set([...draft.written, ...names])], ...part }
}

/** The draft for the next message of the same person. */
export function afterSending(draft: ContactDraft): ContactDraft {
  return { ...emptyMessage, email: draft.email, phone: draft.phone }
}

export function findProblems({ subject, message, email }: ContactDraft): FieldProblems {
  return {
    ...textProblem('subject', subject),
    ...textProblem('message', message),
    ...(!email.trim()
      ? { email: 'missing' }
      : !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim()) && { email: 'wrong' }),
  }
}

export function textProblem(name: 'subject' | 'message', text: string): FieldProblems {
  if (!text.trim()) return { [name]: 'missing' }
  return text.trim().length > longest[name] ? { [name]: 'long' } : {}
}
