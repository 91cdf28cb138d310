/**
 * What may be told further of an error as it is: a code. By itself, for the widget carries it long before it looks for errors in texts.
 * Source: docs/embed.md#when-something-fails
 */

const code = /^(?!(\D*\d){6}|.*\d\/\d)[\w.:/#-]{1,64}$|^0x[\da-f]{1,16}$/i

/**
 * A code rather than a message: one word without an address, a date, or more digits than codes have, so that it may be told further as it is.
 * `B2 043` may be a code or a name with a year: it is one where an article names it.
 */
export function isErrorCode(error: string): boolean {
  return code.test(error)
}
