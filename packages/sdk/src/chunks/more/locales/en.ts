/** English words of what comes after the first suggestions. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  forward: 'Forward',
  expand: 'Expand to a side panel',
  shrink: 'Shrink',
  'news.title': 'We wrote this article',
  'news.text': 'You searched for “{query}”: here is the answer.',
  'flow.title': 'Guide in progress',
  resume: 'Resume',
  'resume.name': 'Resume the guide “{title}”',
  unfinished: 'Continue reading',
  share: '{share}% read',
  popular: 'Most read',
  clear: 'Clear',
  recent: 'Recent searches',
  forget: 'Clear history',
}
