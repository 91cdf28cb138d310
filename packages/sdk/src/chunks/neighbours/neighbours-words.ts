/** The words of the screen that helps on where nothing was found, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const neighboursWords = { fr, en }
