/** `fanal report …`: figures and the backlog from the data alone. Reads only: nothing in the store changes. */
import type { BacklogItem } from '@fanal/contract'
import {
  type LoadedContent,
  loadContent,
  makeReport,
  previewBacklog,
  type ReportName,
  type Reports,
  rankItems,
  readPeriod,
  unpublishedBase,
} from '@fanal/server'
import { type Command, Option } from 'commander'
import { chooseProject } from '../choose-project.ts'
import { CommandError, exitCodes } from '../exit-code.ts'
import { articlesRows, backlogRows, deflectionRows, flowsRows, pagesRows, searchesRows } from '../format/report-rows.ts'
import { type Rows, toCsv, toTable } from '../format/rows.ts'
import { addStoreOptions, type StoreOptions, withStore } from '../store-options.ts'

interface ReportOptions extends StoreOptions {
  project?: string
  from?: string
  to?: string
  now?: string
  window?: string
  content?: string
  format: 'json' | 'csv' | 'table'
}

const toRows: { [N in ReportName]: (report: Reports[N]) => Rows } = {
  deflection: deflectionRows,
  searches: searchesRows,
  articles: articlesRows,
  flows: flowsRows,
  pages: pagesRows,
}

export function addReportCommand(program: Command): void {
  const report = program.command('report').description('figures over a period, and the backlog')
  addReport(report, 'deflection', 'tickets that help avoided, with their bounds and what earned them')
  addReport(report, 'searches', 'searches that found nothing, failed or led to a click')
  addReport(report, 'articles', 'what was read, voted on, and written about all the same')
  addReport(report, 'flows', 'how far people get in each guided flow, step by step, and what stops them')
  addReport(report, 'pages', 'where people are before they ask for help, against how often anybody is there')
  addCommonOptions(report.command('backlog').description('what is missing or failing, ranked'))
    .option('--from <date>', 'only items seen since')
    .option('--to <date>', 'only items first seen before')
    .action(printBacklog)
  report.on('command:*', ([name]: string[]) => {
    const known = report.commands.map((command) => command.name()).join(', ')
    throw new CommandError(exitCodes.wrongUsage, `There is no report "${name}". There are: ${known}.`)
  })
}

function addReport(report: Command, name: ReportName, description: string): void {
  addCommonOptions(report.command(name).description(description))
    .option('--from <date>', 'start, included: a date (00:00 UTC) or an instant; default: 28 days before --to')
    .option('--to <date>', 'end, excluded; default: now')
    .action((options: ReportOptions) => printReport(name, options))
}

function addCommonOptions(command: Command): Command {
  return addStoreOptions(command)
    .option('--project <id>', 'project; may be left out where there is only one')
    .option(
      '--content <dir>',
      'content folder, for the settings of its fanal.yaml, for its flows, and for what it offers on a page',
    )
    .option('--now <date>', 'look at the data as of this moment')
    .option('--window <time>', 'how long a ticket may follow help, such as 24h, 72h or 7d', '72h')
    .addOption(new Option('--format <format>', 'how to print it').choices(['json', 'csv', 'table']).default('table'))
}

async function printReport<N extends ReportName>(name: N, options: ReportOptions): Promise<void> {
  const period = readPeriod(options, Date.now())
  const report = await withStore({ ...options, create: false }, async (store) => {
    const content = await readContent(options.content)
    const settings = content?.settings
    const project = await chooseProject(store, options.project ?? settings?.project)
    const base = content && (name === 'pages' || name === 'flows') ? await unpublishedBase(content) : undefined
    return makeReport(name, { store, project, settings, base, period })
  })
  print(options.format, report, () => toRows[name](report))
}

async function printBacklog(options: ReportOptions): Promise<void> {
  const { now, windowMs } = readPeriod({ now: options.now, window: options.window }, Date.now())
  const since = options.from === undefined ? null : readPeriod({ from: options.from, to: '9999-12-31' }, now).from
  const before = options.to === undefined ? null : readPeriod({ from: '0001-01-01', to: options.to }, now).to
  const items = await withStore({ ...options, create: false }, async (store) => {
    const content = await readContent(options.content)
    const base = content && { settings: content.settings, flows: new Map(content.flows.map((flow) => [flow.id, flow])) }
    const project = await chooseProject(store, options.project ?? base?.settings.project)
    return rankItems(await previewBacklog(store, project, base, { now, windowMs }))
  })
  const seen = items.filter(
    ({ firstSeenAt, lastSeenAt }) =>
      (since === null || Date.parse(lastSeenAt) >= since) && (before === null || Date.parse(firstSeenAt) < before),
  )
  print(options.format, { items: seen.map(withoutFingerprints), total: seen.length }, () => backlogRows(seen))
}

function print(format: ReportOptions['format'], value: unknown, rows: () => Rows): void {
  const text = { json: () => JSON.stringify(value, null, 2), csv: () => toCsv(rows()), table: () => toTable(rows()) }
  process.stdout.write(text[format]().replace(/\n?$/, '\n'))
}

async function readContent(content: string | undefined): Promise<LoadedContent | undefined> {
  if (content === undefined) return undefined
  try {
    return await loadContent(content)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(exitCodes.wrongUsage, reason, { cause: error })
  }
}

function withoutFingerprints({ fingerprints: _kept, ...item }: BacklogItem): BacklogItem {
  return item
}
