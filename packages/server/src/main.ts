/**
 * Starts and stops the server: the only listen(). Whoever starts it (the command line, a test) prints what it returns.
 */
import type { AddressInfo } from 'node:net'
import { FanalError } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import { destination, type Logger, pino } from 'pino'
import { buildApp } from './app.ts'
import { readConfig, type ServerConfig, type ServerOptions } from './config.ts'
import { startContactDelivery } from './jobs/deliver-contacts.ts'
import { startBacklogRefresh } from './jobs/refresh-backlogs.ts'
import { startPhrasingRefresh } from './jobs/refresh-phrasings.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { openKnowledge } from './knowledge/open-knowledge.ts'
import { usePhrasings } from './learning/refresh-phrasings.ts'
import { type FirstSignIn, prepareFirstSignIn } from './people/first-sign-in.ts'
import { type NewSecretKey, prepareKeys } from './people/prepare-keys.ts'
import type { Services } from './services.ts'
import { StartError } from './start-error.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'

export interface RunningServer {
  /** where it answers, such as `http://127.0.0.1:4400`; the public address where one is set */
  url: string
  port: number
  services: Services
  projects: { id: string; title: string; publicKey: string }[]
  /** secret keys made at this start: shown once, kept only as hashes */
  newSecretKeys: NewSecretKey[]
  /** how to sign in to the console for the first time, as long as it works */
  firstSignIn: FirstSignIn | null
  /** false: contacts are kept and wait, for there is no mail server */
  mailsContacts: boolean
  /** Answers what has been asked, writes what waits, and ends. */
  close(): Promise<void>
}

/**
 * @param options win over the environment; see config.ts
 * @param now the clock everything in this server goes by, milliseconds since the epoch
 * @throws ConfigError for a wrong setting; StartError with a code and a message to show when the server cannot start
 */
export async function startServer(options: ServerOptions = {}, now: () => number = Date.now): Promise<RunningServer> {
  const config = readConfig(options)
  // Standard output belongs to the command; the log goes to standard error, and is written before the process ends.
  const log = pino({ level: config.logLevel, base: null }, destination({ fd: 2, sync: true }))
  const undo: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const store = await openStoreToStart(config, now())
    undo.push(() => store.close())
    const knowledge = await openKnowledgeToStart(config, store, now, log)
    undo.push(() => knowledge.close())
    const services: Services = { config, store, knowledge, now, log }
    // What was learnt before is searched by from the first query on; learning goes on once the server listens.
    for (const { project } of knowledge.list()) await usePhrasings(services, project)
    const newSecretKeys = await prepareKeys(services)
    const firstSignIn = await prepareFirstSignIn(services, knowledge.list()[0]?.project ?? 'fanal')
    const delivery = startContactDelivery(services)
    undo.push(() => delivery.stop())
    const backlog = startBacklogRefresh(services)
    undo.push(() => backlog.stop())
    const phrasings = startPhrasingRefresh(services)
    undo.push(() => phrasings.stop())
    const app = await buildApp(services, { onContact: delivery.nudge })
    undo.push(() => app.close())
    const port = await listen(app, config)
    return {
      url: config.publicUrl ?? `http://${urlHost(config.host)}:${port}`,
      port,
      services,
      projects: knowledge.list().map(({ project, settings, publicKey }) => ({
        id: project,
        title: settings.title ?? project,
        publicKey,
      })),
      newSecretKeys,
      firstSignIn,
      mailsContacts: config.smtp !== null,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openStoreToStart({ dataDir, databaseUrl }: ServerConfig, now: number): Promise<Store> {
  try {
    const store = await openStore({ dataDir, databaseUrl, now })
    await store.checkWritable()
    return store
  } catch (error) {
    if (!(error instanceof FanalError)) throw error
    const reason = /\((.*)\)/.exec(error.message)?.[1] ?? error.message
    if (databaseUrl) {
      const { host, pathname } = new URL(databaseUrl)
      throw new StartError(
        'STORE',
        `The database ${host}${pathname} cannot be used: ${reason}. Mend it, or name another with --database.`,
        {
          cause: error,
        },
      )
    }
    const what = reason.includes(dataDir)
      ? reason.replace(/^the/, 'The')
      : `The data folder ${dataDir} cannot be used: ${reason}`
    throw new StartError('STORE', `${what}. Name another with --data, or mend this one.`, { cause: error })
  }
}

async function openKnowledgeToStart(
  config: ServerConfig,
  store: Store,
  now: () => number,
  log: Logger,
): Promise<Knowledge> {
  try {
    return await openKnowledge({ folders: config.contentDirs, store, now, log })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError('CONTENT', reason, { cause: error })
  }
}

/** @returns the port taken */
async function listen(app: FastifyInstance, { host, port }: ServerConfig): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw explainListen(error, host, port)
  }
  return (app.server.address() as AddressInfo).port
}

function explainListen(error: unknown, host: string, port: number): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        'PORT_TAKEN',
        `Port ${port} is taken on ${host}. Stop what uses it, or choose another with --port.`,
        { cause: error },
      )
    case 'EACCES':
      return new StartError(
        'PORT_FORBIDDEN',
        `This user may not listen on port ${port}. Choose one from 1024 up with --port.`,
        { cause: error },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError('ADDRESS_UNKNOWN', `This machine has no address ${host}. Try 127.0.0.1.`, { cause: error })
    default:
      return error
  }
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host
}
