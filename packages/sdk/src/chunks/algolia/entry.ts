/** Searches at Algolia, for projects whose settings say `search.engine: algolia`. */
export { openAlgolia } from './open-algolia.ts'
