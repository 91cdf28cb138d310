/** The line an application pastes to show the help. Pure. */
import type { ConsoleSession } from '@fanal/contract'

/**
 * @param origin of the Fanal server
 * @param project without a known key, the default one of a project that sets none in fanal.yaml
 */
export function scriptTag(origin: string, project: ConsoleSession['projects'][number]): string {
  const key = project.publicKey ?? `pk_${project.id}`
  return `<script async src="${origin}/fanal.js" data-key="${key}"></script>`
}
