/** The words of the checklist, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export const checklistWords = { fr, en }
