/** The words of the search view, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const searchWords = { fr, en }
