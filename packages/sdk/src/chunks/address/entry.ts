/** What the page's address asks of the widget, and what an author's tab goes on with; loaded only where there is something of it. */
export { followAddress } from './follow-address.ts'
