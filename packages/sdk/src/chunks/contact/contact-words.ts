/** The words of the contact form, in every language. */
import type { Translate } from '../../ui/translate.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const contactWords = { fr, en }

export type ContactTranslate = Translate<keyof typeof fr>
