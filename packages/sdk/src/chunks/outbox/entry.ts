/** Signals on their way: kept on the device until the server has them. */
export { makeSignal } from './make-signal.ts'
export { openOutbox } from './open-outbox.ts'
