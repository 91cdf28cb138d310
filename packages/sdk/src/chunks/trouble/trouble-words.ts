/** The words of steps that did not come true, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const troubleWords = { fr, en }
