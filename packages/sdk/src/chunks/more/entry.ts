export { openMore } from './open-more.ts'
export { resolveSuggested } from './resolve-suggested.ts'
