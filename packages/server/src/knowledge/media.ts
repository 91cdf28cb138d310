/** Which files may be shown in an article, by extension. SVG is refused: it is a document that can carry script. */
import path from 'node:path'

export const imageTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
}

export const videoTypes: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.ogv': 'video/ogg',
}

export function isImagePath(name: string): boolean {
  return path.extname(name).toLowerCase() in imageTypes
}

export function isVideoPath(name: string): boolean {
  return path.extname(name).toLowerCase() in videoTypes
}

/** @returns the content type, or undefined when the file is neither an image nor a video */
export function mediaType(name: string): string | undefined {
  const extension = path.extname(name).toLowerCase()
  return imageTypes[extension] ?? videoTypes[extension]
}

/** Where the server answers a media file of a project. @param relative to the content folder, with `/` */
export function contentUrl(project: string, relative: string): string {
  return `/assets/content/${[project, ...relative.split('/')].map(encodeURIComponent).join('/')}`
}
