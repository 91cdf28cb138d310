/** The contact form. Stateless: the parent keeps the draft, so that nothing written is ever lost. */
import { type ImpactLevel, limits } from '@fanal/contract'
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Runtime } from '../../runtime.ts'
import { translator } from '../../ui/translate.ts'
import { ViewTitle } from '../../ui/ViewTitle.tsx'
import { ContextDisclosure } from './ContextDisclosure.tsx'
import type { ContactDraft, ContactField, FieldProblems } from './contact-draft.ts'
import { contactWords } from './contact-words.ts'
import { Field } from './Field.tsx'
import { SupportChannels } from './SupportChannels.tsx'

export type SendingProblem = 'offline' | 'busy' | 'refused'

export interface ContactFormProps {
  runtime: Runtime
  formRef: RefObject<HTMLFormElement | null>
  draft: ContactDraft
  problems: FieldProblems
  sending: boolean
  /** why the last try failed, in words */
  failure: string | undefined
  onChange(part: Partial<ContactDraft>): void
  onSend(): void
  onCancel(): void
}

const impacts: ImpactLevel[] = ['P1', 'P2', 'P3', 'P4']

export function ContactForm(props: ContactFormProps) {
  const { runtime, formRef, draft, problems, sending, failure, onChange } = props
  const t = translator(contactWords, runtime.locale)
  useLayoutEffect(() => {
    // Straight to writing; on a touch screen the keyboard would cover the form before it is read.
    if (!matchMedia('(pointer: coarse)').matches) focusFirstEmpty(formRef.current)
  }, [formRef])
  const problem = (field: ContactField) => {
    const found = problems[field]
    if (found === 'wrong') return t('email.wrong')
    return found && t(`${field}.missing`)
  }
  return (
    <form
      ref={formRef}
      class="contact"
      noValidate
      aria-busy={sending}
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending) props.onSend()
      }}
    >
      <div>
        <ViewTitle>{t('title')}</ViewTitle>
        <p class="intro">{t('intro')}</p>
      </div>
      <Field name="subject" label={t('subject.label')} problem={problem('subject')}>
        {(attributes) => (
          <input
            {...attributes}
            required
            autocomplete="off"
            maxLength={limits.maxSubjectChars}
            value={draft.subject}
            onInput={(event) => onChange({ subject: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field name="message" label={t('message.label')} hint={t('message.hint')} problem={problem('message')}>
        {(attributes) => (
          <textarea
            {...attributes}
            required
            rows={4}
            maxLength={limits.maxMessageChars}
            value={draft.message}
            onInput={(event) => onChange({ message: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field name="impact" label={t('impact.label')}>
        {(attributes) => (
          <select
            {...attributes}
            value={draft.impact}
            onChange={(event) => onChange({ impact: event.currentTarget.value as ImpactLevel })}
          >
            {impacts.map((impact) => (
              <option key={impact} value={impact}>
                {t(`impact.${impact}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="email" label={t('email.label')} problem={problem('email')}>
        {(attributes) => (
          <input
            {...attributes}
            required
            type="email"
            autocomplete="email"
            value={draft.email}
            onInput={(event) => onChange({ email: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field name="phone" label={t('phone.label')}>
        {(attributes) => (
          <input
            {...attributes}
            type="tel"
            autocomplete="tel"
            value={draft.phone}
            onInput={(event) => onChange({ phone: event.currentTarget.value })}
          />
        )}
      </Field>
      <ContextDisclosure runtime={runtime} draft={draft} onChange={(attachContext) => onChange({ attachContext })} />
      <div role="alert">{failure && <p class="failure">{failure}</p>}</div>
      {failure && <SupportChannels runtime={runtime} />}
      <p role="status" class="hidden">
        {sending ? t('sending') : ''}
      </p>
      <div class="actions">
        <button type="submit" class="button primary" aria-disabled={sending}>
          {t(sending ? 'sending' : 'send')}
        </button>
        <button type="button" class="button plain" onClick={props.onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

function focusFirstEmpty(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[required],textarea') ?? [])]
  fields.find(({ value }) => !value)?.focus({ preventScroll: true })
}
