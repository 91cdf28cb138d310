/** English words of guided flows. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  position: 'Step {number} of {total}',
  continue: 'Continue',
  back: 'Back',
  leave: 'Leave the guide',
  contact: 'Contact support',
  yes: 'Yes',
  no: 'No',
  read: 'Read the article',
  verifying: 'Checking…',
  fallback: 'We could not find this place on your screen. Follow the text, then continue.',
  elsewhere: 'This step takes place on another page. The guide is waiting for you there.',
  openPage: 'Open the page',
  given: 'your answer',
  offer: 'First time here? A guide can take you through it step by step.',
  begin: 'Start the guide',
  later: 'Later',
  never: 'Don’t offer again',
}
