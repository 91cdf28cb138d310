/** The message has arrived: what to quote, when and where the answer comes. */
import type { ContactReceipt } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { button, element, icon } from '../../ui/element.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import type { ContactTranslate } from './contact-words.ts'
import { formatReply } from './format-reply.ts'

export interface ContactSent {
  receipt: ContactReceipt
  /** where the answer goes */
  email: string
  onDone(): void
}

export function showSent(
  into: Element,
  runtime: Runtime,
  t: ContactTranslate,
  { receipt, email, onDone }: ContactSent,
): void {
  const { locale, config } = runtime
  const channel = config?.contact.channels.find(({ id }) => id === receipt.channel)?.label ?? receipt.channel
  const title = element('h2', { tabIndex: -1 }, t('sent.title'))
  into.replaceChildren(
    element(
      'div',
      { className: 'sent' },
      element('span', { className: 'seal' }, icon('m4.5 10.5 3.7 3.7 7.3-8')),
      title,
      element('p', { role: 'status' }, formatReply(receipt.expectedReply, locale, t, Date.now())),
      element('p', {}, t('sent.where', { email })),
      element(
        'dl',
        {},
        element('dt', {}, t('sent.ref')),
        element('dd', { className: 'ref' }, receipt.ref),
        element('dt', {}, t('sent.channel')),
        element('dd', {}, channel),
      ),
      button('button', t('sent.done'), onDone),
    ),
  )
  takeFocus(title)
}
