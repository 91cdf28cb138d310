/** The words of the overlay, in every language. */
import type { Translate } from '../../ui/translate.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const debugWords = { fr, en }

export type DebugTranslate = Translate<keyof typeof fr>
