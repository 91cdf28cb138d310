/**
 * The files of one content folder: which there are, and their bytes. Nothing outside the folder is ever read, whatever a path or a
 * symbolic link says; hidden files and node_modules are passed over.
 * Source: docs/content.md#files
 */
import { open, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { limits } from '@fanal/contract'
import type { Finding } from './knowledge.ts'

const maxDepth = 20
const maxFiles = 50_000

export interface FolderListing {
  /** absolute, symbolic links resolved */
  root: string
  /** relative to the root, with `/`, sorted */
  files: string[]
  findings: Finding[]
}

/** @throws when the folder itself cannot be read */
export async function listContentFiles(folder: string): Promise<FolderListing> {
  const root = await realpath(folder)
  const listing: FolderListing = { root, files: [], findings: [] }
  await walk(listing, '', 0)
  listing.files.sort()
  return listing
}

/**
 * The absolute path of a file of the folder.
 *
 * @param relative with `/`; `..`, hidden parts and links that lead outside are refused
 * @returns null when there is no such file, or it is not to be read
 */
export async function resolveInside(root: string, relative: string): Promise<string | null> {
  const parts = relative.split('/')
  if (relative.includes('\0') || relative.includes('\\') || parts.some((part) => part === '' || part.startsWith('.'))) {
    return null
  }
  try {
    const base = await realpath(root)
    const found = await realpath(path.join(base, ...parts))
    return isInside(base, found) ? found : null
  } catch {
    // No such file, or not ours to see: the answer is the same.
    return null
  }
}

/**
 * Reads a text file of the folder.
 *
 * @returns the text without byte order mark and with `\n` line ends, or what is wrong with the file
 */
export async function readContentText(root: string, relative: string): Promise<{ text: string } | { problem: string }> {
  const absolute = await resolveInside(root, relative)
  if (absolute === null) return { problem: 'The file cannot be read. Check that it is there and may be opened.' }
  const bytes = await readStart(absolute, limits.maxArticleBytes + 1)
  if (bytes === null) return { problem: 'The file cannot be read. Check that it is there and may be opened.' }
  if (bytes.length > limits.maxArticleBytes) {
    return { problem: `The file is over ${limits.maxArticleBytes / 1024} KiB. Split it.` }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text: text.replace(/\r\n?/g, '\n') }
  } catch {
    // The decoder says no more than "invalid".
    return { problem: 'The file is not UTF-8. Save it again as UTF-8.' }
  }
}

/** The first bytes of a file, at most `maxBytes`; null when it cannot be opened. */
export async function readStart(absolute: string, maxBytes: number): Promise<Buffer | null> {
  try {
    await using file = await open(absolute, 'r')
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, maxBytes))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return bytes.subarray(0, bytesRead)
  } catch {
    // Gone or locked since it was listed; the caller says so to the author.
    return null
  }
}

async function walk(listing: FolderListing, folder: string, depth: number): Promise<void> {
  const entries = await readdir(path.join(listing.root, folder), { withFileTypes: true })
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (listing.files.length >= maxFiles || depth > maxDepth) {
      listing.findings.push({
        file: relative,
        line: 1,
        severity: 'error',
        message: `The folder holds more than ${maxFiles} files or ${maxDepth} levels; the rest is left out.`,
      })
      return
    }
    if (entry.isDirectory()) await walk(listing, relative, depth + 1)
    else if (entry.isFile()) listing.files.push(relative)
    else if (entry.isSymbolicLink()) await followLink(listing, relative)
  }
}

async function followLink(listing: FolderListing, relative: string): Promise<void> {
  if ((await resolveInside(listing.root, relative)) !== null && path.extname(relative) !== '') {
    listing.files.push(relative)
    return
  }
  listing.findings.push({
    file: relative,
    line: 1,
    severity: 'warning',
    message:
      'The symbolic link leads outside the content folder, to a folder or to nothing; it is left out. Copy the file.',
  })
}

function isInside(root: string, absolute: string): boolean {
  const relative = path.relative(root, absolute)
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
}
