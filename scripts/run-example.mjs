// Runs the server with the example practice's help, and the example app beside it; ends both together.
// Called by scripts/start.mjs, on the project's Node: node run-example.mjs PORT APP_PORT DATA_DIR
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ConfigError, StartError, startServer } from '@fanal/server'
import { preview } from 'vite'
import { root, runMain, SetupProblem } from './prepare.mjs'

const [port, appPort] = process.argv.slice(2, 4).map(Number)
const dataDir = process.argv[4]
const app = join(root, 'examples', 'cabinet')

/** What the example app's backend signs its doctors' tokens with: made once, kept beside the data, for this machine alone. */
function readIdentitySecret() {
  const file = join(dataDir, 'identity-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Says which port is taken before anything has been started or written. */
async function checkPort(wanted, option) {
  await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) =>
      reject(
        new SetupProblem(
          error.code === 'EADDRINUSE'
            ? `Port ${wanted} is taken. Stop what uses it, or choose another: npm start -- --${option} ${wanted + 10}`
            : `Port ${wanted} cannot be used (${error.code}). Choose another: npm start -- --${option} ${wanted + 10}`,
        ),
      ),
    )
    probe.listen(wanted, '127.0.0.1', () => probe.close(resolve))
  })
}

function describe(server) {
  const lines = [
    '',
    'Fanal is running.',
    '',
    `  Example app   http://localhost:${appPort}/facturation   (click « Aide »)`,
    `  Console       http://localhost:${port}/console`,
    `  API           http://localhost:${port}   (described at /openapi.json)`,
    '',
    server.firstSignIn
      ? `  Sign in to the console with ${server.firstSignIn.email} and the password ${server.firstSignIn.password}`
      : '  Sign in to the console with the person you made (npx fanal user list).',
    ...server.newSecretKeys.map(({ project, key }) => `  Secret key of ${project}, shown this once: ${key}`),
    server.mailsContacts ? '' : '  Contacts are kept and wait: set FANAL_SMTP_URL to have them mailed.',
    `  Data stays in ${dataDir}. Stop with Ctrl+C.`,
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

await runMain(async () => {
  await checkPort(port, 'port')
  await checkPort(appPort, 'app-port')
  try {
    mkdirSync(dataDir, { recursive: true })
    process.env.FANAL_IDENTITY_SECRET ??= readIdentitySecret()
  } catch (error) {
    throw new SetupProblem(
      `The data folder ${dataDir} cannot be written (${error.code}). Choose another: npm start -- --data DIR`,
    )
  }
  process.env.CABINET_PORT = String(appPort)
  let server
  try {
    const extraOrigins = [`http://localhost:${appPort}`, `http://127.0.0.1:${appPort}`]
    server = await startServer({ port, dataDir, contentDirs: [join(app, 'help')], extraOrigins, logLevel: 'error' })
  } catch (error) {
    if (error instanceof StartError || error instanceof ConfigError) throw new SetupProblem(error.message)
    throw error
  }
  const site = await preview({ root: app, logLevel: 'warn' })
  describe(server)
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve)
  })
  await site.close()
  await server.close()
})
