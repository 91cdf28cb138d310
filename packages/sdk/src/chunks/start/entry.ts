/** When a flow offers itself: loaded where one may, long before the flow's own chunk, which shows the offer and plays the flow. */
export { openStarts } from './open-starts.ts'
