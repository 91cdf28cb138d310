/** Width and height of an image, from its first bytes: PNG, JPEG, GIF, WebP. Nothing is decoded. */

export interface ImageSize {
  width: number
  height: number
}

/** How much of the file has to be read; a JPEG may carry a long profile before its size. */
export const imageHeaderBytes = 256 * 1024

/** @returns null when the format is another one or the header is cut short */
export function readImageSize(bytes: Buffer): ImageSize | null {
  try {
    if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) {
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    }
    if (bytes.toString('latin1', 0, 4) === 'GIF8')
      return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return readWebp(bytes)
    if (bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes)
    return null
  } catch {
    // Cut short: a RangeError from the buffer. The image is still served, without its size.
    return null
  }
}

function readWebp(bytes: Buffer): ImageSize | null {
  const kind = bytes.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = bytes.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

/** Walks the segments up to the start of frame (ITU T.81, B.2). */
function readJpeg(bytes: Buffer): ImageSize | null {
  let at = 2
  while (at < bytes.length) {
    const marker = bytes.readUInt16BE(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    if (marker >> 8 !== 0xff) return null
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
