/** English words on a printed article. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  updated: 'Updated {date}',
  printed: 'Printed {date}',
  source: 'Help of {site}, article “{id}”, version {revision}',
  video: 'Video, to be watched in the help: {title}',
  videoUnnamed: 'Video, to be watched in the help',
}
