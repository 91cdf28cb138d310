/** What `fanal check DIR` asks: everything that is wrong with a content folder, nothing published. */
import type { Finding } from './knowledge.ts'
import { loadContent } from './load-content.ts'

/** @throws when the folder itself cannot be read */
export async function checkContent(folder: string): Promise<Finding[]> {
  return (await loadContent(folder)).findings
}
