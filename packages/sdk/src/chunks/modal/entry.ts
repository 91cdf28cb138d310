/** An article over the whole page: `article(id, {type: 'modal'})`. */
export { openModal } from './open-modal.ts'
