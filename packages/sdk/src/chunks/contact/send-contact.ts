/** Sends a message to support. The same draft keeps its id, so that trying again never writes twice. */
import { type ContactReceipt, type ContactRequest, paths } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { gatherContext, withoutParts } from './contact-context.ts'
import type { ContactDraft } from './contact-draft.ts'

/** @throws FetchProblem with the HTTP status, 0 when there was no answer */
export function sendContact(runtime: Runtime, draft: ContactDraft & { id: string }): Promise<ContactReceipt> {
  const body: Omit<ContactRequest, 'key' | 'token'> = {
    id: draft.id,
    subject: draft.subject.trim(),
    message: draft.message.trim(),
    impact: draft.impact,
    email: draft.email.trim(),
    ...(draft.phone.trim() && { phone: draft.phone.trim() }),
    // Left out with the rest when the person does not want context to go along.
    ...(draft.attachContext && {
      ...(runtime.sessionId && !draft.leftOut.includes('session') && { sessionId: runtime.sessionId }),
      context: withoutParts(gatherContext(runtime, draft.flow), draft.leftOut),
    }),
  }
  return runtime.postJson<ContactReceipt>(paths.contacts, { ...body })
}
