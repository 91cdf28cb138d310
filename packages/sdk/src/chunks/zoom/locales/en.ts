/** English words around an enlarged image. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Enlarged image',
  closer: 'Zoom in',
  farther: 'Zoom out',
  close: 'Close the image',
  scale: '{percent}%',
}
