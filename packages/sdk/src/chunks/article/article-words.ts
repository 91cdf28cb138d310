/** The words of the article view, in every language. */
import type { Translate } from '../../ui/translate.ts'
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const articleWords = { fr, en }

export type ArticleTranslate = Translate<keyof typeof fr>
