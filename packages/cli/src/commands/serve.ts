/** `fanal serve`: starts the server, says how to reach it, and ends in good order when asked to. */
import { resolve } from 'node:path'
import { type RunningServer, startServer } from '@fanal/server'
import { type Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { addStoreOptions, type StoreOptions } from '../store-options.ts'

interface ServeOptions extends StoreOptions {
  content: string[]
  port?: number
  host?: string
}

export function addServeCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('serve help, take signals in, and show the console')
    .option('--content <dir...>', 'folder with articles and flows; several folders are several projects', [])
    .addOption(new Option('--port <number>', 'port to listen on (default: 4400)').argParser(readPort))
    .option('--host <address>', 'address to listen on (default: 127.0.0.1)')
  addStoreOptions(command).action(serve)
}

async function serve({ content, data, database, port, host }: ServeOptions): Promise<void> {
  const server = await startServer({
    dataDir: resolve(data),
    ...(database === undefined ? {} : { databaseUrl: database }),
    ...(content.length > 0 ? { contentDirs: content } : {}),
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
  })
  process.stdout.write(`${describeServer(server)}\n`)
  await untilStopped()
  await server.close()
}

/** What a person needs to go on: addresses, keys, sign-in, and what is wrong with the content. */
function describeServer(server: RunningServer): string {
  const lines = [
    pc.bold('Fanal is running.'),
    `  API       ${server.url}`,
    `  Console   ${server.url}/console`,
    `  Widget    <script async src="${server.url}/fanal.js" data-key="${server.projects[0]?.publicKey ?? 'pk_…'}"></script>`,
  ]
  for (const { id, title, publicKey } of server.projects) {
    lines.push('', `${pc.bold(title)} (project ${id})`, `  Public key   ${publicKey}`)
    const made = server.newSecretKeys.find(({ project }) => project === id)
    if (made) lines.push(`  Secret key   ${made.key}   shown this once: keep it`)
    lines.push(...describeContent(server, id))
  }
  if (server.projects.length === 0) {
    lines.push('', 'No project yet: name a folder with articles, such as "fanal serve --content help".')
  }
  if (server.firstSignIn) {
    const { email, password } = server.firstSignIn
    lines.push('', `Sign in to the console with ${pc.bold(email)} and the password ${pc.bold(password)}`)
  }
  if (!server.mailsContacts) lines.push('', 'Contacts are kept and wait: set FANAL_SMTP_URL to have them mailed.')
  lines.push('', 'Ctrl-C stops it.')
  return lines.join('\n')
}

function describeContent(server: RunningServer, project: string): string[] {
  const base = server.services.knowledge.get(project)
  if (!base || base.folder === null) return ['  Content      none: known by what was imported']
  const errors = base.findings.filter(({ severity }) => severity === 'error').length
  const warnings = base.findings.length - errors
  const lines = [`  Content      ${base.articles.size} articles, ${base.flows.size} flows, from ${base.folder}`]
  if (errors + warnings > 0) {
    lines.push(pc.yellow(`  Findings     ${errors} errors, ${warnings} warnings: fanal check ${base.folder}`))
  }
  return lines
}

/** Resolves on the first Ctrl-C or request to end; a second one ends the process as the system would. */
function untilStopped(): Promise<void> {
  return new Promise((resolveStopped) => {
    const stop = (): void => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolveStopped()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new InvalidArgumentError('Give a whole number from 0 to 65535.')
  return port
}
