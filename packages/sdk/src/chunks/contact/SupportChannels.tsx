/** Phone numbers and addresses of support with their opening hours: what is left when a message cannot be sent. */
import type { Runtime } from '../../runtime.ts'
import { translator } from '../../ui/translate.ts'
import { contactWords } from './contact-words.ts'
import { formatHours } from './format-hours.ts'

export function SupportChannels({ runtime }: { runtime: Runtime }) {
  const t = translator(contactWords, runtime.locale)
  const reachable = (runtime.config?.contact.channels ?? []).filter(({ phone, email }) => phone || email)
  if (!reachable.length) return null
  return (
    <section aria-labelledby="fanal-channels" class="channels">
      <h3 id="fanal-channels">{t('channels.title')}</h3>
      <ul>
        {reachable.map(({ id, label, phone, email, hours }) => (
          <li key={id}>
            {label && <span>{label}</span>}
            {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
            {email && <a href={`mailto:${email}`}>{email}</a>}
            {hours?.map((opening) => {
              const text = formatHours(opening, runtime.locale, t)
              return <small key={text}>{text}</small>
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
