/** The words of the offer, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const offerWords = { fr, en }
