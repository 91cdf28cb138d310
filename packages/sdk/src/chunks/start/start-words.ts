/** The words of flows that offer themselves, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const startWords = { fr, en }
