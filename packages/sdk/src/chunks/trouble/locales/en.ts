/** English words of steps that did not come true. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  retry: 'Check again',
  skip: 'Continue anyway',
  remedy: 'See what to do',
  read: 'Read the article',
  notVerifiedPage: 'We could not confirm this step: the page it leads to is not open.',
  notVerifiedElement: 'We could not confirm this step: what should appear is not on the screen.',
  notVerifiedText: 'We could not confirm this step: “{text}” is not on the screen.',
  notVerifiedExpected: 'We could not confirm this step. What should happen: {expected}',
  notVerifiable: 'This step cannot be checked here. If it is done, continue.',
  notVerified: 'We could not confirm this step: the application has not reported it yet.',
}
