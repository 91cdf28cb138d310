/** `fanal check DIR`: what is wrong with a content folder, a line each, as `path:line severity message`. */
import { join } from 'node:path'
import { checkContent, type Finding } from '@fanal/server'
import type { Command } from 'commander'
import { CommandError, exitCodes } from '../exit-code.ts'

export function addCheckCommand(program: Command, end: (code: number) => void): void {
  program
    .command('check <dir>')
    .description('say what is wrong with a content folder; exit code 1 when there are errors')
    .action(async (dir: string) => {
      const findings = await readFindings(dir)
      for (const { file, line, severity, message } of findings) {
        process.stdout.write(`${join(dir, file)}:${line} ${severity} ${message}\n`)
      }
      const errors = findings.filter(({ severity }) => severity === 'error').length
      process.stderr.write(`${errors} errors, ${findings.length - errors} warnings\n`)
      end(errors > 0 ? exitCodes.refused : exitCodes.done)
    })
}

async function readFindings(dir: string): Promise<Finding[]> {
  try {
    return await checkContent(dir)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(exitCodes.wrongUsage, reason, { cause: error })
  }
}
