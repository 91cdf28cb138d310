/** Runs the programs of others: to the end (installing), or beside us until they are stopped (serving). */
import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { CannotInstall } from './application.ts'

const installTimeoutMs = 300_000
const startTimeoutMs = 60_000

/** @throws CannotInstall with the last words of the program */
export async function runToTheEnd(command: string, args: string[], cwd: string): Promise<void> {
  await promisify(execFile)(command, args, { cwd, timeout: installTimeoutMs, maxBuffer: 2 ** 26 }).catch(
    (problem: Error & { stderr?: string }) => {
      const last = (problem.stderr || problem.message).trim().split('\n').slice(-3).join(' ')
      throw new CannotInstall(`${command} ${args.slice(0, 3).join(' ')} failed: ${last}`)
    },
  )
}

export interface ServeOptions {
  cwd: string
  port: number
  env?: Record<string, string>
}

/** Starts a server of somebody else's and waits until it answers. */
export async function serve(
  command: string,
  args: string[],
  { cwd, port, env = {} }: ServeOptions,
): Promise<{ stop(): Promise<void> }> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
    })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const running = () => child.exitCode === null && child.signalCode === null
  const stop = async () => {
    if (running()) child.kill()
    const hard = setTimeout(() => child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(hard)
  }
  const deadline = Date.now() + startTimeoutMs
  while (running() && Date.now() < deadline) {
    const answers = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5000) }).then(
      ({ status }) => status < 500,
      () => false,
    )
    if (answers) return { stop }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await stop()
  throw new Error(`${command} ${args[0]} does not answer on ${port}: ${said}`)
}
