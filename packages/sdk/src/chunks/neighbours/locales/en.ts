/** English words of the screen that helps on where nothing was found. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  rephrase: 'Say it differently',
  'rephrase.name': 'Search for “{query}”',
  maybe: 'Maybe',
  'maybe.text': 'Articles close to it, which do not answer the whole question.',
  'advice.symptom': 'Say what you see: “the reader no longer reads the card” rather than “problem”.',
  'advice.code': 'If a message is on screen, copy its code or its first words.',
  'advice.shorter': 'Try fewer words, or another word for the same thing.',
}
