/** What a person sees once their message has arrived. */
export { showReceipt } from './show-receipt.ts'
