/** Writing to support: the form until it is sent, then what happens next. */
import type { ContactReceipt } from '@fanal/contract'
import type { ContactViewProps } from '../../chunks.ts'
import { FetchProblem } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { element } from '../../ui/element.ts'
import fieldsCss from '../../ui/fields.css?inline'
import type { OpenedView } from '../../ui/show-view.ts'
import { translator } from '../../ui/translate.ts'
import { uuidv7 } from '../../ui/uuid.ts'
import contactCss from './contact.css?inline'
import { afterSending, type ContactDraft, draftOf, findProblems, prefillDraft, writeDraft } from './contact-draft.ts'
import { type SendingProblem, showForm } from './contact-form.ts'
import { contactWords } from './contact-words.ts'
import { sendContact } from './send-contact.ts'

export function openContact(
  into: Element,
  { runtime, from, prefill, onDone, onCancel }: ContactViewProps,
): OpenedView<ContactViewProps> {
  for (const css of [fieldsCss, contactCss]) adoptStyles(runtime.root, css)
  const t = translator(contactWords, runtime.locale)
  const kept = draftOf(runtime)
  let draft = prefillDraft(kept.current, prefill)
  let sending = false
  let stage: 'open' | 'sent' | 'left' = 'open'

  const keep = (next: ContactDraft) => {
    draft = next
    kept.current = draft
  }
  keep(draft)

  const form = showForm(into, {
    runtime,
    t,
    draft,
    current: () => draft,
    onChange: (part) => keep(writeDraft(draft, part)),
    onSend: () => void runtime.guard(send),
    onCancel,
  })
  const stopContext = runtime.onContextChange(form.refreshContext)
  runtime.report('contact_opened', { from })

  /** The person says when to try again: nothing leaves by itself. */
  const onOnline = () => form.showSending(false, 'online')

  async function send(): Promise<void> {
    if (sending) return
    const problems = findProblems(draft)
    if (Object.keys(problems).length) return form.complain(problems)
    // One id for one message: it is kept with the draft for the next try.
    const message = { ...draft, id: draft.id ?? uuidv7(Date.now()) }
    keep(message)
    sending = true
    removeEventListener('online', onOnline)
    form.showSending(true)
    const receiptChunk = runtime.load('receipt').catch(() => null)
    let receipt: ContactReceipt
    try {
      receipt = await sendContact(runtime, message)
    } catch (cause) {
      const problem = problemOf(cause)
      if (problem === 'offline' && stage === 'open') addEventListener('online', onOnline)
      return form.showSending(false, problem)
    } finally {
      sending = false
    }
    runtime.report('contact_sent', { contactRef: receipt.ref, channel: receipt.channel, priority: message.impact })
    keep(afterSending(message))
    if (stage !== 'open') return
    stage = 'sent'
    const chunk = await receiptChunk
    if (stage !== 'sent') return
    if (chunk) chunk.showReceipt(into, runtime, { receipt, email: message.email.trim(), onDone })
    // It has arrived, and what shows so has not.
    else into.replaceChildren(element('p', { role: 'status' }, `${t('sent')} · ${receipt.ref}`))
  }

  return {
    end() {
      stopContext()
      removeEventListener('online', onOnline)
      if (stage === 'open') runtime.report('contact_cancelled', { from })
      stage = 'left'
    },
  }
}

function problemOf(cause: unknown): SendingProblem {
  if (!(cause instanceof FetchProblem)) return 'refused'
  if (cause.status === 0) return 'offline'
  return cause.status === 429 ? 'busy' : 'refused'
}
