/**
 * What the person has written so far: kept in memory across views, closing the panel and failed sending, until it is sent.
 * The e-mail address and phone number stay for a second message. Nothing goes to storage.
 */
import { type ImpactLevel, limits } from '@fanal/contract'
import type { ContactPrefill } from '../../runtime.ts'
import { sessionMemory } from '../../ui/session-memory.ts'

export interface ContactDraft {
  /** UUIDv7; the same for every try of the same message, so that the server keeps it once */
  id: string | null
  subject: string
  message: string
  impact: ImpactLevel
  email: string
  phone: string
  attachContext: boolean
  flow: ContactPrefill['flow']
}

export type ContactField = 'subject' | 'message' | 'email'
export type FieldProblems = Partial<Record<ContactField, 'missing' | 'wrong'>>

const emptyMessage = {
  id: null,
  subject: '',
  message: '',
  impact: 'P3',
  attachContext: true,
  flow: undefined,
} as const satisfies Partial<ContactDraft>

export const draftOf = sessionMemory<{ current: ContactDraft }>(() => ({
  current: { ...emptyMessage, email: '', phone: '' },
}))

/** Fills in what the person has not written themselves. */
export function prefillDraft(draft: ContactDraft, prefill: ContactPrefill = {}): ContactDraft {
  return {
    ...draft,
    subject: draft.subject || (prefill.subject ?? '').slice(0, limits.maxSubjectChars),
    message: draft.message || (prefill.message ?? '').slice(0, limits.maxMessageChars),
    impact: prefill.impact ?? draft.impact,
    flow: prefill.flow ?? draft.flow,
  }
}

/** The draft for the next message of the same person. */
export function afterSending(draft: ContactDraft): ContactDraft {
  return { ...emptyMessage, email: draft.email, phone: draft.phone }
}

export function findProblems({ subject, message, email }: ContactDraft): FieldProblems {
  return {
    ...(!subject.trim() && { subject: 'missing' }),
    ...(!message.trim() && { message: 'missing' }),
    ...(!email.trim()
      ? { email: 'missing' }
      : !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim()) && { email: 'wrong' }),
  }
}
