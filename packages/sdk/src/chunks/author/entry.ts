/** The recorder of flows: loaded for a signed author link alone, never for visitors. */
export { openAuthor } from './open-author.ts'
