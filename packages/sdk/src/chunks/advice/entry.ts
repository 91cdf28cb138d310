/** What to say of a wrong call; loaded with the first of them, so that pages without mistakes never do. */
import { describeMistake } from './describe-mistake.ts'

/** Where pages are written, not visited. */
const developed = /^(localhost|127\.|\[::1]|0\.0\.0\.0)|\.(test|local|localhost)$|^$/

/** Says it on the console where the page is written; visitors' consoles stay quiet. @returns the same */
export function adviseOn(verb: string, given: unknown): string {
  const message = describeMistake(verb, given)
  // biome-ignore lint/suspicious/noConsole: for whoever writes the call
  if (developed.test(location.hostname)) console.warn('fanal:', message)
  return message
}
