/** The ways to a person that need no chunk and no server: a call, a mail. */
import type { Runtime } from '../runtime.ts'
import { element } from './element.ts'

export function supportLinks({ config }: Runtime): HTMLElement[] {
  return (config?.contact.channels ?? [])
    .filter(({ phone, email }) => phone || email)
    .map(({ phone, email }) =>
      element('a', { href: phone ? `tel:${phone.replaceAll(' ', '')}` : `mailto:${email}` }, phone ?? email),
    )
}
