/** What the widget knows, shows and sends, for product teams: `?fanal-debug` in the address. Loaded with that parameter alone. */
export { openDebug } from './open-debug.ts'
