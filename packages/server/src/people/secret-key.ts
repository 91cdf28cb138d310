/** Secret keys: random, shown once, kept as a hash. A key has 160 bits of chance, so a plain SHA-256 is enough. */
import { createHash, randomBytes } from 'node:crypto'

/** @returns a new key, such as `sk_8c0f…` */
export function generateSecretKey(): string {
  return `sk_${randomBytes(20).toString('hex')}`
}

/** @returns what the store keeps instead of a key, a session id or another random secret: SHA-256, hex */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
