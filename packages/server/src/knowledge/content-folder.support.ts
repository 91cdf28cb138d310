/** Content folders for tests, on disk. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface ContentFolder {
  folder: string
  write(file: string, content: string | Uint8Array): void
  remove(file: string): void
  dispose(): void
}

/** @param files by path relative to the folder */
export function makeContentFolder(files: Readonly<Record<string, string | Uint8Array>>, name = 'aide'): ContentFolder {
  const parent = realpathSync(mkdtempSync(path.join(tmpdir(), 'fanal-content-')))
  const folder = path.join(parent, name)
  const write = (file: string, content: string | Uint8Array) => {
    const absolute = path.join(folder, file)
    mkdirSync(path.dirname(absolute), { recursive: true })
    writeFileSync(absolute, content)
  }
  mkdirSync(folder)
  for (const [file, content] of Object.entries(files)) write(file, content)
  return {
    folder,
    write,
    remove: (file) => rmSync(path.join(folder, file)),
    dispose: () => rmSync(parent, { recursive: true }),
  }
}

/** A PNG of the size given, header only: what the size is read from. */
export function pngHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** Makes folders that go when the test is over. */
export function contentFolders(): {
  make(files: Readonly<Record<string, string | Uint8Array>>, name?: string): string
  disposeAll(): void
} {
  const made: ContentFolder[] = []
  return {
    make(files, name) {
      const one = makeContentFolder(files, name)
      made.push(one)
      return one.folder
    },
    disposeAll() {
      for (const one of made.splice(0)) one.dispose()
    },
  }
}
