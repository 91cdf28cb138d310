/** Signals on their way: kept on the device until the server has them. */
export { openOutbox } from './open-outbox.ts'
