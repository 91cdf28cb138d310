/** A signal from what happened: id, session, visitor, and title and free text without personal data. The host has the last look. */
import { redact } from '@fanal/redact'
import type { Happening, OutboxOptions } from '../../chunks.ts'
import type { WidgetLocale } from '../../runtime.ts'
import { uuidv7 } from '../../ui/uuid.ts'
import { redactProps } from './redact-props.ts'
import type { AnySignal } from './signal-store.ts'

/**
 * @returns null where the host's `beforeSend` drops it
 * @throws what `beforeSend` throws: the signal must not leave then, for the host may have meant to hold it back
 */
export function makeSignal(
  { name, props, at, page, release }: Happening,
  locale: WidgetLocale,
  sessionId: string,
  visitor: { visitorId?: string; accountId?: string },
  beforeSend: OutboxOptions['beforeSend'],
): AnySignal | null {
  const signal: AnySignal = {
    id: uuidv7(at),
    name,
    at,
    sessionId,
    ...visitor,
    page: page.title ? { ...page, title: redact(page.title) } : page,
    ...(release && { release }),
    locale,
    props: redactProps(props),
  }
  return beforeSend ? beforeSend(signal) : signal
}
