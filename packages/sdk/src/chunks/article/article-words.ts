/** The words of the article view, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const articleWords = { fr, en }
