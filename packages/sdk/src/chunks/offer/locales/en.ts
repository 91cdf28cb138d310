/** English words of the offer. */
export const en = {
  help: 'Help with this error:',
  dismiss: 'Dismiss help with this error',
}
