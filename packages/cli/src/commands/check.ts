/** `fanal check DIR`: what is wrong with a content folder, a line each, as `path:line severity message`. */
import { join } from 'node:path'
import { type CheckOptions, type ContentCheck, checkContent } from '@fanal/server'
import { type Command, Option } from 'commander'
import { CommandError, exitCodes } from '../exit-code.ts'

export function addCheckCommand(program: Command, end: (code: number) => void): void {
  program
    .command('check <dir>')
    .description('say what is wrong with a content folder; exit code 1 when anything is')
    .option('--golden <file>', 'golden queries (YAML): ask each, and say which do not find what they should')
    .option('--routes <file>', 'pages of the product, one a line: say which have no article to suggest')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (dir: string, { format, ...options }: CheckOptions & { format: 'text' | 'json' }) => {
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

function summary({ golden, routes }: ContentCheck, { errors, warnings }: { errors: number; warnings: number }): string {
  return [
    `${errors} errors, ${warnings} warnings`,
    ...(golden ? [`${golden.passed} of ${golden.queries} golden queries pass`] : []),
    ...(routes ? [`${routes.routes - routes.without} of ${routes.routes} routes have a suggestion`] : []),
  ].join('; ')
}

async function run(dir: string, options: CheckOptions): Promise<ContentCheck> {
  try {
    return await checkContent(dir, options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(exitCodes.wrongUsage, reason, { cause: error })
  }
}
