import { expect, test } from 'vitest'
import { pngHeader } from './content-folder.support.ts'
import { readImageSize } from './image-size.ts'

test('the size of a PNG, GIF, JPEG and WebP is read from the header', () => {
  expect(readImageSize(Buffer.from(pngHeader(640, 480)))).toEqual({ width: 640, height: 480 })
  expect(readImageSize(Buffer.from('GIF89a\x10\x00\x20\x00', 'latin1'))).toEqual({ width: 16, height: 32 })
  const jpeg = Buffer.from('ffd8ffe000040000ffc0000b0800f0014001012200', 'hex')
  expect(readImageSize(jpeg)).toEqual({ width: 320, height: 240 })
  const webp = Buffer.from('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0', 'latin1')
  expect(readImageSize(webp)).toEqual({ width: 320, height: 240 })
})

test('what is no image, or cut short, has no size', () => {
  expect(readImageSize(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  expect(readImageSize(Buffer.from('ffd8ffe0', 'hex'))).toBeNull()
  expect(readImageSize(Buffer.alloc(0))).toBeNull()
})
