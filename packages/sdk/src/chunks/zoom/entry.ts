/** An image over the whole window, to be looked at closely. */
export { openZoom } from './open-zoom.ts'
