/**
 * Passwords: scrypt (node:crypto), in a text that carries its own cost, so that the cost can rise later.
 * Cost: N = 2^15, r = 8, p = 3 of the OWASP password storage cheat sheet's equal choices (32 MiB a try).
 */
import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { maxPasswordChars } from '@fanal/contract/schema'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

const cost = { N: 2 ** 15, r: 8, p: 3 } as const
const keyBytes = 32

/** Letters and digits that cannot be taken for one another. */
const readableAlphabet = 'abcdefghjkmnpqrstvwxyz23456789'

/**
 * @returns `scrypt$N$r$p$salt$key`, salt and key in base64url
 * @throws RangeError when the password is empty or longer than `maxPasswordChars`
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length === 0 || password.length > maxPasswordChars) {
    throw new RangeError(`A password has 1 to ${maxPasswordChars} characters; this one has ${password.length}.`)
  }
  const salt = randomBytes(16)
  const key = await deriveKey(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Takes as long for a wrong password as for the right one. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || !salt || !key || password.length > maxPasswordChars) return false
  const expected = Buffer.from(key, 'base64url')
  const given = await deriveKey(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** @returns a random password that can be read out and typed, such as `k7mp-2xqd-9hrt-4vwz` (78 bits) */
export function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => readableAlphabet[randomInt(readableAlphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

function deriveKey(password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> {
  // Node refuses what needs over 32 MiB unless told; scrypt needs 128·N·r bytes.
  return derive(password.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r })
}
