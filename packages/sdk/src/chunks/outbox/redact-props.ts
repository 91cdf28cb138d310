/** What a person typed loses its personal data before anything keeps it; the server does the same again. */
import { limits } from '@fanal/contract'
import { redact } from '@fanal/redact'

/** The free texts among the props of all signals, and how long each may be. */
const freeTexts: Readonly<Record<string, number>> = {
  query: limits.maxQueryChars,
  comment: limits.maxCommentChars,
  message: limits.maxCommentChars,
}

export function redactProps<P extends object>(props: P): P {
  const clean = Object.entries(props).map(([name, value]) => {
    const limit = freeTexts[name]
    return [name, limit && typeof value === 'string' ? redact(value).slice(0, limit) : value]
  })
  return Object.fromEntries(clean) as P
}
