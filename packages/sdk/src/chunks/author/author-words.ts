/** The words of the recorder, in every language. */
import type { Translate } from '../../ui/translate.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const authorWords = { fr, en }

export type AuthorTranslate = Translate<keyof typeof fr>
