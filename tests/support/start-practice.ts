/**
 * Starts the whole of Fanal for a journey: the server on the example practice's help, a mail server that keeps what it is
 * sent, and the example app, each on a free port of this machine. Content and data are copies in a temporary folder.
 */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@fanal/server'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { build, preview } from 'vite'
import { repositoryRoot } from './source-files.ts'

export interface Practice {
  server: RunningServer
  /** origin of the example app */
  app: string
  /** a copy of the example's help that a test may write to */
  helpDir: string
  secretKey: string
  /** mails received so far */
  mails: Email[]
  /** moves the server's clock forward */
  advanceClock(ms: number): void
  stop(): Promise<void>
}

export async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function startMailbox(): Promise<{ url: string; mails: Email[]; stop(): Promise<void> }> {
  const mails: Email[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mails.push(mail)
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  }
}

/** Builds the example app for one server's address and serves it as its own `vite preview` would. */
async function startApp(fanalHost: string, port: number, outDir: string) {
  process.env.VITE_FANAL_HOST = fanalHost
  process.env.CABINET_PORT = String(port)
  const root = join(repositoryRoot, 'examples', 'cabinet')
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  return preview({ root, logLevel: 'error', build: { outDir } })
}

export interface PracticeOptions {
  /**
   * How far the server's clock starts behind this machine's. A journey that lasts days starts in the past and moves forward: the tokens
   * that the app's backend signs by the real clock then hold throughout.
   */
  clockBehindMs?: number
  /** an origin besides the app's that may use the help */
  origin?: string
  /** takes the place of `search: { engine: embedded }` in fanal.yaml */
  search?: object
}

export async function startPractice({ clockBehindMs = 0, origin, search }: PracticeOptions = {}): Promise<Practice> {
  const folder = mkdtempSync(join(tmpdir(), 'fanal-practice-'))
  const helpDir = join(folder, 'help')
  cpSync(join(repositoryRoot, 'examples', 'cabinet', 'help'), helpDir, { recursive: true })
  const appPort = await findFreePort()
  const app = `http://127.0.0.1:${appPort}`
  const settings = join(helpDir, 'fanal.yaml')
  const engine = search ? `search: ${JSON.stringify(search)}` : '$&'
  const written = readFileSync(settings, 'utf8')
    .replace('http://127.0.0.1:4401', app)
    .replace(/^search:\n {2}engine: embedded$/m, engine)
  writeFileSync(settings, origin ? written.replace('http://localhost:4401', origin) : written)

  const mailbox = await startMailbox()
  const secretKey = `sk_${randomBytes(16).toString('hex')}`
  const identitySecret = randomBytes(32).toString('hex')
  process.env.FANAL_IDENTITY_SECRET = identitySecret
  let offsetMs = -clockBehindMs
  const server = await startServer(
    {
      port: 0,
      dataDir: join(folder, 'data'),
      contentDirs: [helpDir],
      secretKey,
      identitySecret,
      smtpUrl: mailbox.url,
      logLevel: 'error',
    },
    () => Date.now() + offsetMs,
  )
  const site = await startApp(server.url, appPort, join(folder, 'app'))
  return {
    server,
    app,
    helpDir,
    secretKey,
    mails: mailbox.mails,
    advanceClock(ms) {
      offsetMs += ms
    },
    async stop() {
      await site.close()
      await server.close()
      await mailbox.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
