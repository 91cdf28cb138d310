/** The contact form. Says what changes; the draft is kept by who opens it, so that nothing written is ever lost. */
import type { ImpactLevel } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { button, element, takeOut } from '../../ui/element.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import {
  type ContactDraft,
  type ContactField,
  type FieldProblem,
  type FieldProblems,
  longest,
  textProblem,
} from './contact-draft.ts'
import type { ContactTranslate } from './contact-words.ts'
import { discloseContext } from './context-disclosure.ts'
import { type LabelledField, labelField } from './labelled-field.ts'
import { supportChannels } from './support-channels.ts'

/** `online`: it was `offline`, and the connection is back */
export type SendingProblem = 'offline' | 'online' | 'busy' | 'refused'

export interface ContactForm {
  /** Says beside the fields what is missing; goes to the first. */
  complain(problems: FieldProblems): void
  /** @param failure why the last try failed */
  showSending(sending: boolean, failure?: SendingProblem): void
  /** What would go along may have changed. */
  refreshContext(): void
}

export interface ContactFormParts {
  runtime: Runtime
  t: ContactTranslate
  /** what the fields hold at first */
  draft: ContactDraft
  /** what they hold now */
  current(): ContactDraft
  onChange(part: Partial<ContactDraft>): void
  onSend(): void
  onCancel(): void
}

const impacts: ImpactLevel[] = ['P1', 'P2', 'P3', 'P4']

/** Puts the form in a place, ready to be written in. */
export function showForm(into: Element, parts: ContactFormParts): ContactForm {
  const { runtime, t, draft, current, onChange, onSend, onCancel } = parts
  const fields = buildFields(parts)
  const context = discloseContext({
    runtime,
    t,
    draft,
    onChange,
  })
  const title = element('h2', { tabIndex: -1 }, t('title'))
  const failed = element('div', { role: 'alert' })
  const status = element('p', { role: 'status', className: 'hidden' })
  const send = element('button', { type: 'submit', className: 'button primary' })
  let channels: HTMLElement | null = null
  const form = element(
    'form',
    {
      className: 'contact',
      noValidate: true,
      onsubmit(event) {
        event.preventDefault()
        onSend()
      },
    },
    element('div', {}, title, element('p', { className: 'intro' }, t('intro'))),
    ...Object.values(fields).map(({ node }) => node),
    context.node,
    failed,
    status,
    element('div', { className: 'actions' }, send, button('button plain', t('cancel'), onCancel)),
  )

  function showSending(sending: boolean, failure?: SendingProblem): void {
    form.ariaBusy = send.ariaDisabled = `${sending}`
    send.textContent = t(sending ? 'sending' : 'send')
    status.textContent = sending ? t('sending') : ''
    failed.replaceChildren()
    takeOut(channels)
    if (!failure) return
    failed.append(element('p', { className: 'failure' }, t(`failed.${failure}`)))
    channels = supportChannels(runtime, t, current())
    if (channels) failed.after(channels)
    // With the other ways to support, which follow it.
    failed.scrollIntoView({ block: 'start' })
  }

  showSending(false)
  into.replaceChildren(form)
  takeFocus(title)
  // Straight to writing; on a touch screen the keyboard would cover the form before it is read.
  if (!matchMedia('(pointer: coarse)').matches) focusFirstEmpty(form)

  return {
    complain(problems) {
      for (const [name, problem] of Object.entries(problems) as [ContactField, FieldProblem][])
        fields[name].complain(inWords(problem, name, current(), t))
      const first = Object.keys(problems)[0]
      if (first) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    },
    showSending,
    refreshContext: context.refresh,
  }
}

type FieldName = ContactField | 'impact' | 'phone'

/** In the order they stand in. A field that is written in has no problem any more. */
function buildFields({ t, draft, current, onChange }: ContactFormParts): Record<FieldName, LabelledField> {
  const write = (name: ContactField | 'phone') => ({
    value: draft[name],
    oninput(event: Event) {
      onChange({ [name]: (event.currentTarget as HTMLInputElement).value })
      fields[name].complain(undefined)
    },
  })
  /** Nothing that is pasted is cut off; what is too much is said at once. */
  const writeText = (name: 'subject' | 'message') => {
    const { value, oninput } = write(name)
    return {
      value,
      oninput(event: Event) {
        oninput(event)
        if (textProblem(name, current()[name])[name] === 'long')
          fields[name].complain(inWords('long', name, current(), t))
      },
    }
  }
  const subject = element('input', {
    ...writeText('subject'),
    required: true,
    autocomplete: 'off',
  })
  const message = element('textarea', {
    ...writeText('message'),
    required: true,
    rows: 4,
  })
  const options = impacts.map((value) => element('option', { value }, t(`impact.${value}`)))
  const impact = element('select', { onchange: () => onChange({ impact: impact.value as ImpactLevel }) }, ...options)
  impact.value = draft.impact
  const email = element('input', {
    ...write('email'),
    required: true,
    type: 'email',
    autocomplete: 'email',
    maxLength: 254,
  })
  const phone = element('input', { ...write('phone'), type: 'tel', autocomplete: 'tel', maxLength: 40 })
  const fields: Record<FieldName, LabelledField> = {
    subject: labelField(subject, { name: 'subject', label: t('subject.label') }),
    message: labelField(message, { name: 'message', label: t('message.label'), hint: t('message.hint') }),
    impact: labelField(impact, { name: 'impact', label: t('impact.label') }),
    email: labelField(email, { name: 'email', label: t('email.label') }),
    phone: labelField(phone, { name: 'phone', label: t('phone.label') }),
  }
  return fields
}

function inWords(problem: FieldProblem, name: ContactField, draft: ContactDraft, t: ContactTranslate): string {
  if (problem === 'missing') return t(`${name}.missing`)
  if (problem === 'wrong' || name === 'email') return t('email.wrong')
  return t('tooLong', { count: draft[name].trim().length, limit: longest[name] })
}

function focusFirstEmpty(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[required],textarea')]
  fields.find(({ value }) => !value)?.focus({ preventScroll: true })
}
