/** What every use needs and no page view does: verbs, session, context, requests. Loaded with the first use. */
export { type RuntimeHandle, startRuntime } from './start-runtime.ts'
