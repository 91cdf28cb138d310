/** Phone numbers and addresses of support with their opening hours: what is left when a message cannot be sent. */
import type { Runtime } from '../../runtime.ts'
import { element } from '../../ui/element.ts'
import type { ContactTranslate } from './contact-words.ts'
import { formatHours } from './format-hours.ts'

/** null where the project names none that can be reached */
export function supportChannels(runtime: Runtime, t: ContactTranslate): HTMLElement | null {
  const reachable = (runtime.config?.contact.channels ?? []).filter(({ phone, email }) => phone || email)
  if (!reachable.length) return null
  const items = reachable.map(({ label, phone, email, hours = [] }) =>
    element(
      'li',
      {},
      !!label && element('span', {}, label),
      !!phone && element('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}` }, phone),
      !!email && element('a', { href: `mailto:${email}` }, email),
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
