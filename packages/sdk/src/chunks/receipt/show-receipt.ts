/** The message has arrived: what to quote, when and where the answer comes. */
import type { ContactSent } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { button, element, icon } from '../../ui/element.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import { translator } from '../../ui/translate.ts'
import { formatReply } from './format-reply.ts'
import receiptCss from './receipt.css?inline'
import { receiptWords } from './receipt-words.ts'

export function showReceipt(into: Element, runtime: Runtime, { receipt, email, onDone }: ContactSent): void {
  adoptStyles(runtime.root, receiptCss)
  const t = translator(receiptWords, runtime.locale)
  const { locale, config } = runtime
  const channel = config?.contact.channels.find(({ id }) => id === receipt.channel)?.label ?? receipt.channel
  const title = element('h2', { tabIndex: -1 }, t('title'))
  into.replaceChildren(
    element(
      'div',
      { className: 'sent' },
      element('span', { className: 'seal' }, icon('m4.5 10.5 3.7 3.7 7.3-8')),
      title,
      element('p', { role: 'status' }, formatReply(receipt.expectedReply, locale, t, Date.now())),
      element('p', {}, t('where', { email })),
      element(
        'dl',
        {},
        element('dt', {}, t('ref')),
        element('dd', { className: 'ref' }, receipt.ref),
        element('dt', {}, t('channel')),
        element('dd', {}, channel),
      ),
      button('button', t('done'), onDone),
    ),
  )
  takeFocus(title)
}
