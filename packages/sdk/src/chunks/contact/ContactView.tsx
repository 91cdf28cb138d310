/** Writing to support: the form until it is sent, then what happens next. */
import type { ContactReceipt } from '@fanal/contract'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ContactViewProps } from '../../chunks.ts'
import { FetchProblem } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import fieldsCss from '../../ui/fields.css?inline'
import { translator } from '../../ui/translate.ts'
import { uuidv7 } from '../../ui/uuid.ts'
import { ContactForm, type SendingProblem } from './ContactForm.tsx'
import { ContactSent } from './ContactSent.tsx'
import contactCss from './contact.css?inline'
import {
  afterSending,
  type ContactDraft,
  draftOf,
  type FieldProblems,
  findProblems,
  prefillDraft,
} from './contact-draft.ts'
import { contactWords } from './contact-words.ts'
import { sendContact } from './send-contact.ts'

export function ContactView({ runtime, from, prefill, onDone, onCancel }: ContactViewProps) {
  for (const css of [fieldsCss, contactCss]) adoptStyles(runtime.root, css)
  const t = translator(contactWords, runtime.locale)
  const kept = draftOf(runtime)
  const [draft, setDraft] = useState(() => prefillDraft(kept.current, prefill))
  const [problems, setProblems] = useState<FieldProblems>({})
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<SendingProblem>()
  const [sent, setSent] = useState<{ receipt: ContactReceipt; email: string }>()
  const form = useRef<HTMLFormElement>(null)
  const outcome = useRef<'open' | 'sent'>('open')
  kept.current = draft

  // Not after the frame: the person may leave before it.
  useLayoutEffect(() => {
    runtime.report('contact_opened', { from })
    return () => {
      if (outcome.current === 'open') runtime.report('contact_cancelled', { from })
    }
  }, [runtime, from])

  const change = (part: Partial<ContactDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))))
  }

  async function send(): Promise<void> {
    const found = findProblems(draft)
    setProblems(found)
    const first = Object.keys(found)[0]
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    // One id for one message: it is kept with the draft for the next try.
    const message = { ...draft, id: draft.id ?? uuidv7(Date.now()) }
    setDraft(message)
    setSending(true)
    setFailure(undefined)
    try {
      const receipt = await sendContact(runtime, message)
      outcome.current = 'sent'
      runtime.report('contact_sent', { contactRef: receipt.ref, channel: receipt.channel, priority: message.impact })
      setDraft(afterSending(message))
      setSent({ receipt, email: message.email.trim() })
    } catch (cause) {
      setFailure(problemOf(cause))
    } finally {
      setSending(false)
    }
  }

  if (sent) return <ContactSent {...sent} runtime={runtime} onDone={onDone} />
  return (
    <ContactForm
      runtime={runtime}
      formRef={form}
      draft={draft}
      problems={problems}
      sending={sending}
      failure={failure && t(`failed.${failure}`)}
      onChange={change}
      onSend={() => void runtime.guard(send)}
      onCancel={onCancel}
    />
  )
}

function problemOf(cause: unknown): SendingProblem {
  if (!(cause instanceof FetchProblem)) return 'refused'
  if (cause.status === 0) return 'offline'
  return cause.status === 429 ? 'busy' : 'refused'
}
