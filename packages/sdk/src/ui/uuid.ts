/** Time-ordered ids. `crypto.randomUUID` is missing on plain http, so they are made here. */

let lastAt = 0
let sequence = 0

/** A UUIDv7 (RFC 9562). @param at milliseconds since the epoch */
export function uuidv7(at: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setUint16(0, Math.floor(at / 2 ** 32))
  new DataView(bytes.buffer).setUint32(2, at % 2 ** 32)
  // Several in one millisecond keep their order: 12 bits count instead of being random.
  sequence = at === lastAt ? (sequence + 1) & 0xfff : 0
  lastAt = at
  bytes[6] = 0x70 | (sequence >> 8)
  bytes[7] = sequence & 0xff
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
