/** English words of an article's tools. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'link.copy': 'Copy link',
  'link.copied': 'Link copied.',
  'link.byHand': 'Copy this address:',
  print: 'Print',
  'code.copy': 'Copy the text',
  'code.copied': 'Text copied.',
  'code.selected': 'Text selected: copy it with Ctrl+C.',
  'image.enlarge': 'Enlarge the image: {alt}',
  'image.enlargeUnnamed': 'Enlarge the image',
  'image.missing': 'The image does not show: {alt}',
  'image.missingUnnamed': 'The image does not show.',
  'image.loading': 'Loading…',
  'video.missing': 'The video cannot be shown here.',
  'video.open': 'Watch it in a new tab',
  retry: 'Try again',
  under: '{label}: {heading}',
  failed: 'Not available right now. Check your connection, then try again.',
}
