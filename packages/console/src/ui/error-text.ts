/** What a failed request says to a person: the console's own words where it has some, else the server's message. Pure. */
import { ApiError } from '../api/request.ts'
import { isMessageKey, type Translate } from '../locale/translate.ts'

export function errorText(error: unknown, t: Translate): string {
  if (!(error instanceof ApiError)) return t('error.INTERNAL')
  const { code, message, retryAfterS } = error
  if (code === 'TOO_MANY_TRIES' || code === 'RATE_LIMITED') {
    return retryAfterS === null ? t('error.tooManyLater') : t(`error.${code}`, { seconds: retryAfterS })
  }
  const key = `error.${code}`
  return isMessageKey(key) ? t(key) : message
}
