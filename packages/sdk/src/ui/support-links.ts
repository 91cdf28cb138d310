/** The ways to a person that need no chunk and no server: a call, a mail. */
import type { Runtime } from '../runtime.ts'
import { element } from './element.ts'

export function supportLinks({ config }: Runtime): (HTMLElement | false)[] {
  return (config?.contact.channels ?? []).map(({ phone, email = '' }) => {
    const href = phone ? `tel:${phone.replaceAll(' ', '')}` : email && `mailto:${email}`
    return !!href && element('a', { href }, phone ?? email)
  })
}
