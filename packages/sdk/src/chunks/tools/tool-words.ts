/** The words of an article's tools, in every language. */
import type { Translate } from '../../ui/translate.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const toolWords = { fr, en }

export type ToolTranslate = Translate<keyof typeof fr>
