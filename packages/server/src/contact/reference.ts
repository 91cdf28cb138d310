/** References people quote on the phone: short, in Crockford's base32 (no I, L, O, U to be misheard or misread). */
import { randomInt } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 5

/** @returns a random reference such as `F-7K3QX`, one of 33 million; the store refuses one that is taken */
export function drawReference(): string {
  return `F-${Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')}`
}
