// Builds what browsers load: the widget, the console and the example app. Each only when its sources changed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint, prepare, projectEnv, root, runMain, SetupProblem } from './prepare.mjs'

const shared = ['package-lock.json', 'tsconfig.json', 'packages/contract', 'packages/redact']
const targets = [
  { name: 'widget', workspace: '@fanal/sdk', folder: 'packages/sdk', sources: [...shared, 'packages/sdk'] },
  {
    name: 'console',
    workspace: '@fanal/console',
    folder: 'packages/console',
    sources: [...shared, 'packages/console'],
  },
  {
    name: 'example app',
    workspace: '@fanal-examples/cabinet',
    folder: 'examples/cabinet',
    sources: ['package-lock.json', 'examples/cabinet'],
    takesVariables: true,
  },
]

/**
 * @param {(line: string) => void} say
 * @param {Record<string, string>} [variables] what the example app is told at build time
 */
export function build(say, variables = {}) {
  for (const { name, workspace, folder, sources, takesVariables } of targets) {
    const stamp = join(root, folder, 'dist', '.built')
    const wanted = `${fingerprint(sources)} ${takesVariables ? JSON.stringify(variables) : ''}`
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue
    say(`Building the ${name} …`)
    const result = spawnSync('npm', ['run', 'build', '--silent', '-w', workspace], {
      cwd: root,
      encoding: 'utf8',
      env: { ...projectEnv(), ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    if (result.status !== 0) throw new SetupProblem(`The ${name} could not be built:\n${result.stdout}${result.stderr}`)
    mkdirSync(join(root, folder, 'dist'), { recursive: true })
    writeFileSync(stamp, wanted)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const say = (line) => process.stdout.write(`${line}\n`)
    prepare(say)
    build(say)
  })
}
