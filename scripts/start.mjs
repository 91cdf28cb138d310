// `npm start`: installs, builds what changed, then runs the server and the example practice (scripts/run-example.mjs).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { prepare, projectEnv, root, runMain, SetupProblem } from './prepare.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

function readPort(name, text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new SetupProblem(`--${name} is "${text}"; give a port from 1 to 65535.`)
  }
  return port
}

await runMain(async () => {
  let values
  try {
    values = parseArgs({
      options: {
        port: { type: 'string', default: '4400' },
        'app-port': { type: 'string', default: '4401' },
        data: { type: 'string', default: join(root, '.fanal') },
      },
    }).values
  } catch (error) {
    throw new SetupProblem(`${error.message}. Usage: npm start -- [--port 4400] [--app-port 4401] [--data .fanal]`)
  }
  const port = readPort('port', values.port)
  const appPort = readPort('app-port', values['app-port'])
  const node = prepare(say)
  build(say, port === 4400 ? {} : { VITE_FANAL_HOST: `http://localhost:${port}` })
  const child = spawn(node, [join(root, 'scripts', 'run-example.mjs'), String(port), String(appPort), values.data], {
    cwd: root,
    stdio: 'inherit',
    env: projectEnv(),
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? (signal ? 0 : 1))))
})
