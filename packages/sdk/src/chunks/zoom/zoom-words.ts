/** The words around an enlarged image, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const zoomWords = { fr, en }
