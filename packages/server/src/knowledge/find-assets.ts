/**
 * The images and videos an article or a flow names: which are there, under which address, how large.
 */
import path from 'node:path'
import { readStart, resolveInside } from './content-files.ts'
import { type ImageSize, imageHeaderBytes, readImageSize } from './image-size.ts'
import { contentUrl, isImagePath, isVideoPath } from './media.ts'
import { didYouMean } from './nearest-name.ts'

export type FoundAsset =
  | { kind: 'image'; src: string; size: Partial<ImageSize> }
  | { kind: 'video'; src: string }
  | { problem: string }

/** Looks up an address as written in one file. */
export type AssetLookup = (url: string) => FoundAsset

export interface AssetFolder {
  root: string
  project: string
  /** every file of the folder, relative to it */
  files: ReadonlySet<string>
  /** sizes by path, kept between reloads */
  sizes: Map<string, Partial<ImageSize>>
}

/** Finds what `urls` name, so that `AssetLookup` can answer without waiting. @param file that names them */
export async function findAssets(folder: AssetFolder, file: string, urls: readonly string[]): Promise<AssetLookup> {
  const found = new Map<string, FoundAsset>()
  for (const url of new Set(urls)) found.set(url, await findAsset(folder, file, url))
  return (url) => found.get(url) ?? { problem: `The file "${url}" was not looked for.` }
}

async function findAsset(folder: AssetFolder, file: string, url: string): Promise<FoundAsset> {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) {
    return {
      problem: `"${url.slice(0, 80)}" stands on another site and is not shown. Copy the file into images/ or videos/.`,
    }
  }
  const relative = path.posix.normalize(path.posix.join(path.posix.dirname(file), decode(url.replace(/[?#].*/, ''))))
  const isImage = isImagePath(relative)
  if (!isImage && !isVideoPath(relative)) {
    return {
      problem: `"${url}" cannot be shown. Use .png, .jpg, .gif, .webp or .avif, or .mp4, .webm or .ogv for a video.`,
    }
  }
  const absolute = folder.files.has(relative) ? await resolveInside(folder.root, relative) : null
  if (absolute === null) {
    const names = [...folder.files]
      .filter((name) => isImagePath(name) || isVideoPath(name))
      .map((name) => path.posix.basename(name))
    return { problem: `There is no file "${relative}".${didYouMean(path.posix.basename(relative), names)}` }
  }
  const src = contentUrl(folder.project, relative)
  if (!isImage) return { kind: 'video', src }
  const size = folder.sizes.get(relative) ?? (await readSize(absolute))
  folder.sizes.set(relative, size)
  return { kind: 'image', src, size }
}

async function readSize(absolute: string): Promise<Partial<ImageSize>> {
  const bytes = await readStart(absolute, imageHeaderBytes)
  return (bytes && readImageSize(bytes)) ?? {}
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone "%" is not an encoding; the name is meant as it stands.
    return text
  }
}
