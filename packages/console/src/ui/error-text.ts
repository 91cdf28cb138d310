/** What a failed request says to a person: the console's own words where it has some, else the server's message. Pure. */
import { ApiError } from '../api/request.ts'
import { isMessageKey, type Translate } from '../locale/translate.ts'

/** From here on a wait is told in minutes. */
const longWaitS = 90

export function errorText(error: unknown, t: Translate): string {
  if (!(error instanceof ApiError)) return t('error.INTERNAL')
  const { code, message, retryAfterS } = error
  if (code === 'TOO_MANY_TRIES' || code === 'RATE_LIMITED') {
    if (retryAfterS === null) return t('error.tooManyLater')
    return retryAfterS > longWaitS
      ? t('error.tooManyMinutes', { n: Math.ceil(retryAfterS / 60) })
      : t(`error.${code}`, { seconds: retryAfterS })
  }
  const key = `error.${code}`
  return isMessageKey(key) ? t(key) : message
}
