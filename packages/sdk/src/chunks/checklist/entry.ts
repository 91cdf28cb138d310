/** The flows a new visitor is to go through, with how far they got: loaded once home is on screen, where the project has such a list. */
export { openChecklist } from './open-checklist.ts'
