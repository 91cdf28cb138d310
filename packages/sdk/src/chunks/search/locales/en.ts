/** English words of the search view. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Search results',
  'count.one': '{count} result',
  'count.other': '{count} results',
  none: 'No results for “{query}”',
  'none.support': 'Still nothing? Support may already know the answer.',
  'advice.symptom': 'Say what you see: “the reader no longer reads the card” rather than “problem”.',
  'advice.code': 'If a message is on screen, copy its code or its first words.',
  'advice.shorter': 'Try fewer words, or another word for the same thing.',
  contact: 'Write to support',
  'failed.title': 'Search is not answering',
  'failed.text': 'You may be offline. Your question is kept: try again in a moment.',
  retry: 'Try again',
}
