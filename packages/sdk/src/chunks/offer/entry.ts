/** Help for an error that the page shows, offered beside the launcher. Loaded when there is an error, or after the panel was used. */
export { openOffer } from './open-offer.ts'
