/** The message has arrived: what to quote, when and where the answer comes. */
import type { ContactReceipt } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { Icon } from '../../ui/Icon.tsx'
import { translator } from '../../ui/translate.ts'
import { ViewTitle } from '../../ui/ViewTitle.tsx'
import { contactWords } from './contact-words.ts'
import { formatReply } from './format-reply.ts'

export interface ContactSentProps {
  runtime: Runtime
  receipt: ContactReceipt
  /** where the answer goes */
  email: string
  onDone(): void
}

export function ContactSent({ runtime, receipt, email, onDone }: ContactSentProps) {
  const t = translator(contactWords, runtime.locale)
  const label = runtime.config?.contact.channels.find(({ id }) => id === receipt.channel)?.label
  return (
    <div class="sent">
      <span class="seal">
        <Icon path="m4.5 10.5 3.7 3.7 7.3-8" />
      </span>
      <ViewTitle>{t('sent.title')}</ViewTitle>
      <p role="status">{formatReply(receipt.expectedReply, runtime.locale, t, Date.now())}</p>
      <p>{t('sent.where', { email })}</p>
      <dl>
        <dt>{t('sent.ref')}</dt>
        <dd class="ref">{receipt.ref}</dd>
        <dt>{t('sent.channel')}</dt>
        <dd>{label ?? receipt.channel}</dd>
      </dl>
      <button type="button" class="button" onClick={onDone}>
        {t('sent.done')}
      </button>
    </div>
  )
}
