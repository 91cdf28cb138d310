/** The words of guided flows, in every language. */
import { en } from './locales/en.ts'
import { fr } from './locales/fr.ts'

export type FlowWord = keyof typeof fr
export const flowWords = { fr, en }
