/**
 * Group commit: everyone who waits while a commit runs shares the next one, so that durability costs one disk sync for
 * many. A group that fails for a reason of its own (not the disk) is tried again one by one: one bad piece of work
 * never fails its neighbours.
 */
import { FanalError } from '@fanal/contract'

export interface GroupCommitOptions<Work, Result> {
  /** Commits all of it or nothing; answers one result per piece of work, in order. */
  commit(group: readonly Work[]): Promise<Result[]>
  /** rows in a piece of work */
  weigh(work: Work): number
  /** rows in one commit at most; a single heavier piece still goes alone */
  maxWeight: number
}

interface Waiting<Work, Result> {
  work: Work
  resolve(result: Result): void
  reject(error: unknown): void
}

export interface GroupCommit<Work, Result> {
  /** Resolves once the work is committed. */
  add(work: Work): Promise<Result>
  /** Resolves once nothing waits any more. */
  settled(): Promise<void>
}

export function createGroupCommit<Work, Result>(options: GroupCommitOptions<Work, Result>): GroupCommit<Work, Result> {
  const queue: Waiting<Work, Result>[] = []
  let running: Promise<void> | null = null

  function takeGroup(): Waiting<Work, Result>[] {
    let weight = 0
    let end = 0
    for (const waiting of queue) {
      weight += options.weigh(waiting.work)
      if (end > 0 && weight > options.maxWeight) break
      end += 1
    }
    return queue.splice(0, end)
  }

  async function commitGroup(group: readonly Waiting<Work, Result>[]): Promise<void> {
    try {
      const results = await options.commit(group.map((waiting) => waiting.work))
      group.forEach((waiting, index) => {
        waiting.resolve(results[index] as Result)
      })
    } catch (error) {
      if (group.length === 1 || error instanceof FanalError) {
        for (const waiting of group) waiting.reject(error)
        return
      }
      for (const waiting of group) await commitGroup([waiting])
    }
  }

  async function run(): Promise<void> {
    // One turn of the event loop: requests that arrived together join the same commit.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (queue.length > 0) await commitGroup(takeGroup())
    running = null
  }

  return {
    add: (work) =>
      new Promise<Result>((resolve, reject) => {
        queue.push({ work, resolve, reject })
        running ??= run()
      }),
    settled: () => running ?? Promise.resolve(),
  }
}
