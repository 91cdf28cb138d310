/** The words of what comes after the first suggestions, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const moreWords = { fr, en }
