/** What an item is about, in words: a missing answer, an article that fails, or a guide whose step does. Pure. */
import type { BacklogItem } from '@fanal/contract'
import type { MessageKey } from '../../locale/translate.ts'

export function kindKey({ kind, diagnosis }: Pick<BacklogItem, 'kind' | 'diagnosis'>): MessageKey {
  return diagnosis === 'step_fails' ? 'kind.failingStep' : `kind.${kind}`
}
