/** English words of the search view. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Search results',
  'count.one': '{count} result',
  'count.other': '{count} results',
  none: 'No results for “{query}”',
  'unsure.one': 'We’re not sure this article answers your question',
  'unsure.other': 'We’re not sure these articles answer your question',
  support: 'Support may already know the answer.',
  contact: 'Write to support',
  'failed.title': 'Search is not answering',
  'failed.text': 'You may be offline. Your question is kept: try again in a moment.',
  kept: 'Search cannot be reached. This is what this device has kept.',
  retry: 'Try again',
  flow: 'Start the guide',
  'flow.name': 'Start the guide: {title}',
}
