/**
 * Opens the screens of the example practice, marks what each target means, changes the page as a release would, and looks for the targets with the
 * widget's own code, each change on a copy of the screen as it was.
 */
import { join } from 'node:path'
import type { FlowTarget } from '@fanal/contract'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { repositoryRoot } from '../../support/source-files.ts'
import { practiceTargets, type Truth, type WantedTarget } from './practice-targets.ts'
import { type Mutation, releaseMutations, releases, takeAway } from './release-mutations.ts'

export interface Survival {
  change: string
  targets: number
  right: number
  /** none was found, or several */
  notFound: number
  wrong: number
  /** `screen: name` of each that was not found, and why */
  lost: string[]
  /** of each that was mistaken for another */
  mistaken: string[]
}

/** Changes after which no target is there: whatever is found is wrong. */
export const targetGone = 'the target taken away'
export const likesOnly = 'its like in its place'

type Change = [name: string, mutations: Mutation[]]

/** @param app origin of the example practice */
export async function measureSurvival(page: Page, app: string): Promise<Survival[]> {
  const changes: Change[] = [
    ...Object.entries(releaseMutations).map(([name, mutation]): Change => [name, [mutation]]),
    ...Object.entries(releases).map(
      ([name, parts]): Change => [`at once: ${name}`, parts.map((part) => releaseMutations[part])],
    ),
    [targetGone, [takeAway]],
    [likesOnly, [releaseMutations['rows and controls inserted'], takeAway]],
  ]
  const code = await bundleTargeting()
  const sums = changes.map(
    ([change]): Survival => ({ change, targets: 0, right: 0, notFound: 0, wrong: 0, lost: [], mistaken: [] }),
  )
  for (const [path, wanted] of Object.entries(practiceTargets)) {
    await openScreen(page, app + path, wanted)
    const results = await page.evaluate<string[][]>(lookAfterEach(code, changes, wanted.map(toTarget)))
    for (const [turn, sum] of sums.entries()) {
      for (const [place, result] of (results[turn] ?? []).entries()) {
        const isRight = result === String(place)
        const isNone = /^(missing|hidden|ambiguous)$/.test(result)
        sum.targets += 1
        sum.right += Number(isRight)
        sum.notFound += Number(isNone)
        sum.wrong += Number(!isRight && !isNone)
        if (!isRight) sum[isNone ? 'lost' : 'mistaken'].push(`${path}: ${wanted[place]?.truth[1]} (${result})`)
      }
    }
  }
  return sums
}

/** Runs in the page: each change on a fresh copy of the screen, then every target looked for. Marks, or why there is none. */
function lookAfterEach(code: string, changes: readonly Change[], targets: readonly FlowTarget[]): string {
  const scripts = changes.map(([, mutations]) => mutations.map((mutation) => `(${mutation})()`).join(';'))
  return `(() => {
    ${code};
    const screen = document.body.cloneNode(true);
    return [${scripts.map((script) => `() => { ${script} }`).join(',')}].map((change) => {
      document.body.replaceWith(screen.cloneNode(true));
      change();
      return ${JSON.stringify(targets)}.map((target) => {
        const result = FanalTargeting.findTarget(target);
        return result.status === 'found' ? result.element.getAttribute('data-truth') ?? 'other' : result.status;
      });
    });
  })()`
}

function toTarget({ truth: [role, name], more }: WantedTarget): FlowTarget {
  return { role, name, ...more }
}

async function openScreen(page: Page, url: string, wanted: readonly WantedTarget[]): Promise<void> {
  await page.goto(url)
  for (const [place, { truth }] of wanted.entries()) {
    const element = page.getByRole(truth[0], { name: nameOf(truth) })
    await element.evaluate((node, mark) => node.setAttribute('data-truth', mark), String(place))
  }
}

/** These words alone, or before a count; a switch has its hint beside them. */
function nameOf([role, name]: Truth): RegExp {
  const words = name.replace(/[.*+?()|]/g, '\\$&')
  return new RegExp(`^${words}${role === 'switch' ? '' : '(?: ?\\d.*)?$'}`)
}

/** The widget's targeting as a script that leaves `FanalTargeting`. */
async function bundleTargeting(): Promise<string> {
  const entry = join(repositoryRoot, 'packages', 'sdk', 'src', 'chunks', 'flow', 'targeting', 'find-target.ts')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'FanalTargeting' } },
  })
  const [bundle] = [built].flat()
  if (!bundle || !('output' in bundle)) throw new Error('the bundler gave no file for find-target.ts')
  return bundle.output[0].code
}

/** A table for people. */
export function showSurvival(rows: readonly Survival[]): string {
  const lines = rows.map(({ change, targets, right, notFound, wrong }) =>
    [change.padEnd(36), ...[targets, right, notFound, wrong].map((figure) => String(figure).padStart(9))].join(' '),
  )
  const head = [
    'change'.padEnd(36),
    ...['targets', 'right', 'not found', 'wrong'].map((word) => word.padStart(9)),
  ].join(' ')
  return [head, ...lines].join('\n')
}
