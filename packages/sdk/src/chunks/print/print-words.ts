/** The words on a printed article, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const printWords = { fr, en }
