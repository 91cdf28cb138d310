/**
 * Where the visitor is, as far as the server may be asked about it: a page key, topics, a feature, and of the errors those that are codes
 * or that articles name. A message may name a person: what it says is looked up on the device (chunks/offer).
 * Source: docs/embed.md#privacy
 */
import { isErrorCode } from '@fanal/contract/error-code'
import type { Runtime, VisitorContext } from '../runtime.ts'

export function placeOf({
  config,
  context,
}: Pick<Runtime, 'config' | 'context'>): Pick<VisitorContext, 'page' | 'topics' | 'errors' | 'feature'> {
  const place = context()
  return { ...place, errors: place.errors.filter((error) => isErrorCode(error) || config?.errors?.[error]) }
}
