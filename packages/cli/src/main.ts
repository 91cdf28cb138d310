/** The `fanal` command: reads the arguments, runs one command, answers with an exit code. Never ends the process itself. */
import { Command } from 'commander'
import { addAuthorLinkCommand } from './commands/author-link.ts'
import { addCheckCommand } from './commands/check.ts'
import { addImportCommand } from './commands/import.ts'
import { addPushCommand } from './commands/push.ts'
import { addRebuildCommand } from './commands/rebuild.ts'
import { addReportCommand } from './commands/report.ts'
import { addServeCommand } from './commands/serve.ts'
import { addUserCommand } from './commands/user.ts'
import { exitCodes, explainFailure } from './exit-code.ts'

/**
 * Runs one command line.
 *
 * @param args without node and script
 * @returns the exit code
 * @throws whatever is a fault of ours
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.done
  const end = (code: number): void => {
    exitCode = code
  }
  const program = new Command('fanal')
    .description('In-app help: serve it, check it, and read what it does.')
    .version('0.1.0')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  addServeCommand(program)
  addCheckCommand(program, end)
  addImportCommand(program, end)
  addPushCommand(program, end)
  addRebuildCommand(program, end)
  addReportCommand(program)
  addUserCommand(program)
  addAuthorLinkCommand(program)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    const failure = explainFailure(error)
    if (failure === null) throw error
    if (failure.message !== '') process.stderr.write(`${failure.message}\n`)
    return failure.exitCode
  }
}
