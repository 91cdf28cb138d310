/** English words of the checklist. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'progress.none': '{total} guides to get started',
  progress: '{done} of {total} done',
  'progress.one': '1 of {total} done',
  done: 'done',
  start: 'Start',
  resume: 'Resume',
  later: 'Later',
  never: 'Don’t show again',
}
