/**
 * A short, stable name for a text: what an item remembers of queries that may not be shown.
 * Source: FNV-1a, 64 bits (Fowler, Noll, Vo)
 */
const offset = 0xcbf29ce484222325n
const prime = 0x100000001b3n

/** @returns 16 hexadecimal digits */
export function fingerprint(text: string): string {
  let hash = offset
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime)
  return hash.toString(16).padStart(16, '0')
}
