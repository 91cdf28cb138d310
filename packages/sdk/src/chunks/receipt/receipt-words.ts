/** The words of a message that has arrived, in every language. */
import type { Translate } from '../../ui/translate.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const receiptWords = { fr, en }

export type ReceiptTranslate = Translate<keyof typeof fr>
