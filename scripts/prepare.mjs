// What both commands of the README need first: a Node that can run npm's packages, and those packages.
// Runs on Node >= 20 with nothing installed, so it imports nothing but Node itself.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const installStamp = join(root, 'node_modules', '.fanal-installed')

/** A problem that a person can mend: printed as it is, without a stack. */
export class SetupProblem extends Error {}

/** Refuses what cannot work, before anything is written. */
function checkMachine() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) {
    throw new SetupProblem(
      `Node ${process.versions.node} is too old: Fanal needs Node 20 or newer to install itself. Get it from nodejs.org, then run this again.`,
    )
  }
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new SetupProblem(
      `${root} cannot be written. Fanal installs and keeps its data there: clone it where you may write.`,
    )
  }
}

/**
 * Installs the packages when package-lock.json changed since the last time.
 * @param {(line: string) => void} say
 */
function installPackages(say) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return
  say('Installing packages (about half a minute) …')
  const result = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    const why = `${result.error ?? ''}${result.stderr ?? ''}`
    const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(why)
    throw new SetupProblem(
      offline
        ? 'The packages could not be downloaded: npm reached no registry. Check the network (or the proxy npm is set to), then run this again.'
        : `The packages could not be installed. npm said:\n${why.trim().split('\n').slice(0, 12).join('\n')}`,
    )
  }
  writeFileSync(installStamp, wanted)
}

/**
 * Makes the checkout ready to run.
 * @param {(line: string) => void} say progress, one line each
 * @returns {string} path of the Node that everything else runs on
 */
export function prepare(say) {
  checkMachine()
  installPackages(say)
  const binary = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  try {
    const version = execFileSync(binary, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
    if (Number(version.slice(1).split('.')[0]) >= 24) return binary
  } catch {
    // no binary for this platform, or its install step was refused: the system's Node may still do
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new SetupProblem(
    `Fanal runs on Node 24; the "node" package brought none for ${process.platform}-${process.arch} and this is ${process.version}. Install Node 24, then run this again.`,
  )
}

/** Environment in which npm's binaries, the project's Node among them, are found first. */
export function projectEnv() {
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${separator}${process.env.PATH}` }
}

/**
 * A fingerprint of files: changes when any of them is added, removed or written.
 * @param {string[]} places files or folders, relative to the root
 */
export function fingerprint(places) {
  const hash = createHash('sha256')
  const visit = (path) => {
    if (!existsSync(path)) return
    const stat = statSync(path)
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort())
        if (name !== 'node_modules' && name !== 'dist') visit(join(path, name))
    } else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
  }
  for (const place of places) visit(join(root, place))
  return hash.digest('hex')
}

/** Runs a command's main function: a SetupProblem is printed as a sentence, anything else with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`\n${error instanceof SetupProblem ? error.message : (error?.stack ?? error)}\n`)
    process.exitCode = 1
  }
}
