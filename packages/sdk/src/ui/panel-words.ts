/** The words of the panel itself, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const panelWords = { fr, en }
