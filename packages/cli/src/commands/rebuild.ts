/**
 * `fanal rebuild`: makes every roll-up again from the signals. It must change nothing: what it finds otherwise although no signal came or
 * went is a fault, is mended, and ends with exit code 1.
 */
import { type RollupCheck, rollups, type Store } from '@fanal/server'
import type { Command } from 'commander'
import { chooseProject } from '../choose-project.ts'
import { exitCodes } from '../exit-code.ts'
import { addStoreOptions, type StoreOptions, withStore } from '../store-options.ts'

interface RebuildOptions extends StoreOptions {
  project?: string
}

export function addRebuildCommand(program: Command, end: (code: number) => void): void {
  const rebuild = program
    .command('rebuild')
    .description('make every roll-up again from the signals, which must change nothing; a running server follows')
    .option('--project <id>', 'only this project; default: every one')
  addStoreOptions(rebuild).action(async ({ project, ...options }: RebuildOptions) => {
    const faults = await withStore({ ...options, create: false }, async (store) => {
      let found = 0
      for (const id of await chooseProjects(store, project)) found += await rebuildProject(store, id)
      return found
    })
    end(faults > 0 ? exitCodes.refused : exitCodes.done)
  })
}

/** @returns how many rows were wrong */
async function rebuildProject(store: Store, project: string): Promise<number> {
  let faults = 0
  for (const rollup of rollups) {
    const check = await rollup.rebuild(store, project, Date.now())
    process.stdout.write(`${project} ${rollup.name}: ${describe(check)}\n`)
    if (!check.wasCurrent) continue
    for (const difference of check.differences) process.stderr.write(`${project} ${rollup.name} ${difference}\n`)
    faults += check.differences.length
  }
  return faults
}

function describe({ rows, differences, wasCurrent }: RollupCheck): string {
  const compared = `${rows} ${rows === 1 ? 'row' : 'rows'} made and compared`
  if (!wasCurrent) return `${compared}, ${differences.length} new or changed by signals since the last time`
  return differences.length === 0
    ? `${compared}, nothing changed`
    : `${compared}, ${differences.length} wrong and mended`
}

async function chooseProjects(store: Store, named: string | undefined): Promise<string[]> {
  if (named !== undefined) return [await chooseProject(store, named)]
  return (await store.projects.list()).map(({ id }) => id)
}
