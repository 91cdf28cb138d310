/** `fanal import FILE.ndjson`: past signals, tickets and releases, straight into the store. */
import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { projectIdText } from '@fanal/contract/schema'
import type { Command } from 'commander'
import { CommandError, exitCodes } from '../exit-code.ts'
import { type ImportTotals, importRecords } from '../import-records.ts'
import { showProgress } from '../show-progress.ts'
import { addStoreOptions, type StoreOptions, withStore } from '../store-options.ts'

interface ImportCommandOptions extends StoreOptions {
  project: string
}

export function addImportCommand(program: Command, end: (code: number) => void): void {
  const command = program
    .command('import <file>')
    .description(
      'take in signals, tickets and releases: NDJSON, one {"kind": "signal" | "ticket" | "release", …} a line',
    )
    .requiredOption('--project <id>', 'project they belong to; made when it is not there')
  addStoreOptions(command).action(async (file: string, options: ImportCommandOptions) => {
    const totals = await importFile(file, options)
    process.stdout.write(`${describeTotals(totals)}\n`)
    end(totals.refused > 0 ? exitCodes.refused : exitCodes.done)
  })
}

async function importFile(file: string, { project, ...options }: ImportCommandOptions): Promise<ImportTotals> {
  if (!projectIdText.safeParse(project).success) {
    const message = `--project "${project}" may hold small letters, digits, "-" and "_", 60 at most.`
    throw new CommandError(exitCodes.wrongUsage, message)
  }
  await checkFile(file)
  return withStore({ ...options, create: true }, async (store) => {
    const now = Date.now()
    if (!(await store.projects.get(project))) await store.projects.upsert({ id: project, title: project }, now)
    const progress = showProgress()
    const totals = await importRecords(
      createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY }),
      {
        store,
        project,
        now,
        onRefused: ({ line, reason }) => process.stderr.write(`${file}:${line} refused ${reason}\n`),
        onProgress: (lines) => progress.show(`${lines} lines`),
      },
    )
    progress.end()
    return totals
  })
}

/** @throws CommandError wrong usage for what is no file of lines, before anything is written */
async function checkFile(file: string): Promise<void> {
  const refuse = (reason: string, options?: ErrorOptions): never => {
    throw new CommandError(exitCodes.wrongUsage, `The file ${file} cannot be read: ${reason}.`, options)
  }
  await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    refuse(error.code === 'ENOENT' ? 'there is no such file' : String(error.code), { cause: error })
  })
  if ((await stat(file)).isDirectory()) refuse('it is a folder')
  if (/\.csv$/i.test(file)) refuse('this version takes no CSV; write one JSON object a line (NDJSON)')
}

function describeTotals({ signals, duplicates, tickets, releases, refused }: ImportTotals): string {
  const again = duplicates > 0 ? ` (${duplicates} were there already)` : ''
  return `${signals} new signals${again}, ${tickets} tickets, ${releases} releases; ${refused} lines refused`
}
