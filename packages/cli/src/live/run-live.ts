/** `fanal check DIR --url …`: reads the flows, opens the product, and says what was found of each target. */
import { readFile } from 'node:fs/promises'
import { type Finding, type LoadedContent, loadContent } from '@fanal/server'
import { CommandError, exitCodes } from '../exit-code.ts'
import { checkLive, type PlacedFlow } from './check-live.ts'
import { readRoutes } from './choose-path.ts'
import { describeLive } from './describe-live.ts'
import type { LiveCheck } from './live-check.ts'
import { openProduct } from './open-product.ts'

export interface LiveCheckOptions {
  url: string
  routes?: string
  flow?: string[]
  play?: boolean
  storageState?: string
  header?: string[]
  sample?: string[]
}

/**
 * @throws CommandError wrongUsage for an option that cannot be used, unreachable where the product does not answer
 */
export async function runLive(dir: string, options: LiveCheckOptions): Promise<LiveCheck & { findings: Finding[] }> {
  const samples = Object.fromEntries((options.sample ?? []).map(readSample))
  const routes = options.routes === undefined ? [] : readRoutes(await readFile(options.routes, 'utf8'))
  const flows = chooseFlows(await loadContent(dir), options.flow)
  const product = await openProduct({
    url: options.url,
    headers: options.header ?? [],
    ...(options.storageState === undefined ? {} : { storageState: options.storageState }),
  })
  // Long work shows progress on a terminal and stays quiet in a pipe.
  const say = (line: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${line}`)
  try {
    const check = await checkLive(product, flows, {
      url: options.url,
      play: options.play ?? false,
      routes,
      samples,
      say: (flow) => say(`Looking for the targets of ${flow} …`),
    })
    return { ...check, findings: describeLive(check) }
  } finally {
    say('')
    await product.close()
  }
}

function chooseFlows({ flows, flowPlaces }: LoadedContent, wanted: string[] | undefined): PlacedFlow[] {
  const unknown = wanted?.find((id) => !flows.some((flow) => flow.id === id))
  if (unknown !== undefined) {
    const ids = flows.map(({ id }) => id).join(', ') || 'none'
    throw new CommandError(exitCodes.wrongUsage, `There is no flow "${unknown}" that can be played. There are: ${ids}.`)
  }
  return flows
    .filter(({ id }) => wanted === undefined || wanted.includes(id))
    .flatMap((flow) => {
      const place = flowPlaces.get(flow.id)
      return place ? [{ flow, ...place }] : []
    })
}

function readSample(text: string): [string, string] {
  const [, name, value] = /^:?([\w-]+)=([^/?#\s]+)$/.exec(text) ?? []
  if (name !== undefined && value !== undefined) return [name, value]
  throw new CommandError(exitCodes.wrongUsage, `--sample is "${text}"; write name=value, such as id=p-0001.`)
}
