/** English words of the panel and of the parts every view shares. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'panel.title': 'Help',
  'panel.back': 'Back',
  'panel.close': 'Close',
  'panel.contact': 'Contact support',
  'search.name': 'Search help',
  'search.placeholder': 'Describe what is happening…',
  'home.title': 'Suggested for this page',
  'home.empty': 'Nothing in particular for this page. Describe what is happening above, in your own words.',
  'home.failed': 'Suggestions are not getting through. Search and support are still here for you.',
  loading: 'Loading…',
  'failed.title': 'Help is not getting through',
  'failed.text': 'Check your connection, then try again.',
  retry: 'Try again',
}
