/** Phone numbers and addresses of support with their opening hours: what is left when a message cannot be sent. */
import type { Runtime } from '../../runtime.ts'
import { element } from '../../ui/element.ts'
import type { ContactDraft } from './contact-draft.ts'
import type { ContactTranslate } from './contact-words.ts'
import { formatHours } from './format-hours.ts'

/** Longer addresses are cut or refused by some mail programs, characters. */
const maxMailtoChars = 2000

/**
 * @param draft goes into the mail, as far as an address can carry it
 * @returns null where the project names none that can be reached
 */
export function supportChannels(
  runtime: Runtime,
  t: ContactTranslate,
  draft: Pick<ContactDraft, 'subject' | 'message'>,
): HTMLElement | null {
  const reachable = (runtime.config?.contact.channels ?? []).filter(({ phone, email }) => phone || email)
  if (!reachable.length) return null
  const items = reachable.map(({ label, phone, email, hours = [] }) =>
    element(
      'li',
      {},
      !!label && element('span', {}, label),
      !!phone && element('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}` }, phone),
      !!email && element('a', { href: mailTo(email, draft) }, email),
      ...hours.map((opening) => element('small', {}, formatHours(opening, runtime.locale, t))),
    ),
  )
  return element(
    'section',
    { className: 'channels', 'aria-labelledby': 'fanal-channels' },
    element('h3', { id: 'fanal-channels' }, t('channels.title')),
    element('ul', {}, ...items),
  )
}

function mailTo(email: string, { subject, message }: Pick<ContactDraft, 'subject' | 'message'>): string {
  // Half a character at a cut has no encoding.
  const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '').replace(/\n/g, '\r\n'))
  const start = `mailto:${email}?subject=${encode(subject.trim())}&body=`
  let body = encode(message.trim())
  for (let chars = message.length; start.length + body.length > maxMailtoChars && chars > 0; chars -= 50)
    body = encode(`${message.trim().slice(0, chars)}…`)
  return start + body
}
