/**
 * A whole application for tests: real store, real content folder, a clock in the test's hand, no socket.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { readConfig, type ServerOptions } from './config.ts'
import { openKnowledge } from './knowledge/open-knowledge.ts'
import { hashPassword } from './people/password.ts'
import { hashSecret } from './people/secret-key.ts'
import type { Services } from './services.ts'
import { openSqliteStore } from './store/sqlite/open-store.ts'

export const testSecretKey = 'sk_0123456789abcdef0123'
export const testIdentitySecret = 'an identity secret of at least 32 bytes'

export interface TestApp {
  app: FastifyInstance
  services: Services
  /** what the clock shows, milliseconds since the epoch */
  clock: { now: number }
  /** the log, as text */
  logText(): string
  /** every route there is, such as `GET /healthz` */
  routes: readonly string[]
  /** contacts announced to whoever delivers them */
  contactsAnnounced(): number
  dispose(): Promise<void>
}

export interface TestAppOptions {
  /** text of fanal.yaml */
  settings?: string
  options?: ServerOptions
  /** further projects, each with its own text of fanal.yaml */
  otherProjects?: readonly string[]
  /** how long the store waits for another process */
  busyTimeoutMs?: number
}

const plainSettings = 'project: medisoft\ntitle: MediSoft\nlocales: [fr]\n'

export async function openTestApp({
  settings = plainSettings,
  options = {},
  otherProjects = [],
  busyTimeoutMs = 5000,
}: TestAppOptions = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'fanal-app-'))
  const contentDirs = [settings, ...otherProjects].map((text, index) => {
    const dir = join(folder, `content-${index}`)
    mkdirSync(join(dir, 'articles'), { recursive: true })
    writeFileSync(join(dir, 'fanal.yaml'), text)
    writeFileSync(join(dir, 'articles', 'facture.md'), '---\ntitle: Régler une facture\n---\nCliquez sur **Régler**.\n')
    return dir
  })
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  const now = () => clock.now
  const config = readConfig(
    {
      dataDir: join(folder, 'data'),
      contentDirs,
      identitySecret: testIdentitySecret,
      sdkDir: join(folder, 'sdk'),
      consoleDir: join(folder, 'console'),
      ...options,
    },
    {},
  )
  const lines: string[] = []
  const log = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    }),
  )
  const store = await openSqliteStore({ dataDir: config.dataDir, busyTimeoutMs })
  const knowledge = await openKnowledge({ folders: contentDirs, store, now, log, watch: false })
  for (const { project } of knowledge.list()) await store.projects.setSecretKeyHash(project, hashSecret(testSecretKey))
  const services: Services = { config, store, knowledge, now, log }
  let announced = 0
  const routes: string[] = []
  const app = await buildApp(services, {
    onContact: () => {
      announced += 1
    },
    onRoute: (method, url) => routes.push(`${method} ${url}`),
  })
  return {
    app,
    services,
    clock,
    logText: () => lines.join(''),
    routes,
    contactsAnnounced: () => announced,
    async dispose() {
      await app.close()
      await knowledge.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const passwordHash = hashPassword('secret-7')

/** Adds a person whose password is `secret-7`. */
export async function addPerson(
  services: Services,
  email: string,
  role: 'owner' | 'editor' | 'viewer',
  projects: string[] | null = null,
): Promise<void> {
  await services.store.people.add({
    email,
    name: email.split('@', 1)[0] ?? email,
    role,
    passwordHash: await passwordHash,
    projects,
    createdAt: services.now(),
  })
}
