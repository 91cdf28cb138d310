/** `fanal check DIR`: what is wrong with a content folder, a line each, as `path:line severity message`. */
import { join } from 'node:path'
import { type CheckOptions, type ContentCheck, checkContent, type Finding } from '@fanal/server'
import { type Command, Option } from 'commander'
import { CommandError, exitCodes } from '../exit-code.ts'
import type { LiveCheck } from '../live/live-check.ts'
import { type LiveCheckOptions, runLive } from '../live/run-live.ts'

interface Options extends CheckOptions, Omit<LiveCheckOptions, 'url' | 'routes'> {
  url?: string
  format: 'text' | 'json'
}

type Check = ContentCheck & Partial<LiveCheck>

export function addCheckCommand(program: Command, end: (code: number) => void): void {
  program
    .command('check <dir>')
    .description('say what is wrong with a content folder; exit code 1 when anything is')
    .option('--golden <file>', 'golden queries (YAML): ask each, and say which do not find what they should')
    .option('--routes <file>', 'pages of the product, one a line: say which have no article to suggest')
    .option('--url <address>', 'the running product: look for every target of the flows in it, in a real browser')
    .option('--flow <id...>', 'with --url: these flows only')
    .option(
      '--play',
      "with --url: play the flows, so that targets that only exist after a step are seen; changes the product's data",
    )
    .option('--sample <name=value...>', 'with --url: what to write for :name in page globs, such as id=p-0001')
    .option('--storage-state <file>', "with --url: Playwright's file of cookies and storage, to be signed in")
    .option('--header <name: value...>', 'with --url: send this header to the product, to be signed in')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (dir: string, { format, ...options }: Options) => {
      const check = await run(dir, options)
      const findings = check.findings.map((finding) => ({ ...finding, file: join(dir, finding.file) }))
      const errors = findings.filter(({ severity }) => severity === 'error').length
      const counts = { errors, warnings: findings.length - errors }
      if (format === 'json') process.stdout.write(`${JSON.stringify({ ...check, findings, ...counts }, null, 2)}\n`)
      else {
        for (const { file, line, severity, message } of findings) {
          process.stdout.write(`${file}:${line} ${severity} ${message}\n`)
        }
        process.stderr.write(`${summary(check, counts)}\n`)
      }
      end(findings.length > 0 ? exitCodes.refused : exitCodes.done)
    })
}

function summary(
  { golden, routes, targets }: Check,
  { errors, warnings }: { errors: number; warnings: number },
): string {
  return [
    `${errors} errors, ${warnings} warnings`,
    ...(golden ? [`${golden.passed} of ${golden.queries} golden queries pass`] : []),
    ...(routes ? [`${routes.routes - routes.without} of ${routes.routes} routes have a suggestion`] : []),
    ...(targets ? [`targets: ${countByStatus(targets)}`] : []),
  ].join('; ')
}

function countByStatus(targets: LiveCheck['targets']): string {
  const counts = new Map<string, number>([['found', 0]])
  for (const { status } of targets) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} ${status.replace('-', ' ')}`).join(', ')
}

async function run(dir: string, { url, ...options }: Omit<Options, 'format'>): Promise<Check> {
  const check = await checkFolder(dir, options)
  if (url === undefined) return check
  const { findings, ...live } = await runLive(dir, { ...options, url })
  return { ...check, ...live, findings: [...check.findings, ...findings].sort(byPlace) }
}

function byPlace(a: Finding, b: Finding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line
}

async function checkFolder(dir: string, options: CheckOptions): Promise<ContentCheck> {
  try {
    return await checkContent(dir, options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(exitCodes.wrongUsage, reason, { cause: error })
  }
}
