/** What the page's address asks of the widget; loaded only where it asks for something. */
export { followAddress } from './follow-address.ts'
