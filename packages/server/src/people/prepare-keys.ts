/**
 * Secret keys at start: the operator's, else the one a project has already, else, where only this machine can reach the server, a
 * new one that is shown once. A server others can reach never runs on a key nobody chose.
 * Source: docs/server.md#keys
 */
import { isLoopbackHost } from '../config.ts'
import type { Services } from '../services.ts'
import { StartError } from '../start-error.ts'
import { generateSecretKey, hashSecret } from './secret-key.ts'

export interface NewSecretKey {
  project: string
  /** in clear, for the one time it can be shown */
  key: string
}

/**
 * @returns keys made now, to be shown
 * @throws StartError KEYS when a public server would have to make keys up
 */
export async function prepareKeys(services: Pick<Services, 'config' | 'store' | 'knowledge'>): Promise<NewSecretKey[]> {
  const { config, store } = services
  const loopback = isLoopbackHost(config.host)
  if (!loopback) refuseGuessableKeys(services)
  const made: NewSecretKey[] = []
  for (const project of await store.projects.list()) {
    if (config.secretKey !== null) {
      await store.projects.setSecretKeyHash(project.id, hashSecret(config.secretKey))
    } else if (project.secretKeyHash === null) {
      if (!loopback) throw new StartError('KEYS', secretKeyMissing(project.id, config.host))
      const key = generateSecretKey()
      await store.projects.setSecretKeyHash(project.id, hashSecret(key))
      made.push({ project: project.id, key })
    }
  }
  return made
}

function refuseGuessableKeys({ config, knowledge }: Pick<Services, 'config' | 'knowledge'>): void {
  for (const base of knowledge.list()) {
    if (base.folder === null || base.settings.keys?.public !== undefined) continue
    throw new StartError(
      'KEYS',
      `Project "${base.project}" has no public key, and ${config.host} can be reached by others. ` +
        'Write keys: { public: pk_… } in its fanal.yaml, or listen on 127.0.0.1.',
    )
  }
}

function secretKeyMissing(project: string, host: string): string {
  return (
    `Project "${project}" has no secret key, and ${host} can be reached by others. ` +
    'Set FANAL_SECRET_KEY (sk_ and at least 16 random characters), or listen on 127.0.0.1.'
  )
}
