/** English words of flows that offer themselves. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  later: '“Later”: we will offer it again {when}.',
}
