/**
 * Asks the host, by a function it registered, whether what a step asserts is so: after each change of the page, and once a second, for what the function
 * looks at need not show. What it throws counts as no. The host is told of it, and of a name it did not register, by `on('error')`.
 */
import type { Runtime } from '../../runtime.ts'

/** Between two questions while the page is still, milliseconds. */
const askEveryMs = 1000

/**
 * @param asked name of the predicate, and which flow and step ask for it
 * @param watchPage calls back after each change of the page, and returns its own undo
 * @param onChange called with the first answer, then whenever it changes
 * @param onMissing called instead where the host registered none of that name
 * @returns stops asking
 */
export function watchPredicate(
  runtime: Pick<Runtime, 'predicates' | 'guard'>,
  asked: { name: string; place: string },
  watchPage: (look: () => void) => () => void,
  onChange: (holds: boolean) => void,
  onMissing: () => void,
): () => void {
  const { name } = asked
  const predicate = Object.entries(runtime.predicates ?? {}).find(([known]) => known === name)?.[1]
  let asking = false
  let ended = false
  let faulty = false
  let last: boolean | undefined

  const tell = (code: string, what: string, cause?: unknown) => {
    const text = `fanal: predicate "${name}" ${what} (flow and step: ${asked.place}; docs/flows.md#predicates)`
    runtime.guard(() => {
      throw Object.assign(new Error(text, { cause }), { code })
    })
  }

  if (typeof predicate !== 'function') {
    tell('PREDICATE_MISSING', 'is not among the predicates of init')
    onMissing()
    return () => {}
  }

  const ask = async () => {
    if (asking) return
    asking = true
    let holds = false
    try {
      holds = (await predicate()) === true
    } catch (problem) {
      if (!faulty) tell('PREDICATE_FAILED', 'threw', problem)
      faulty = true
    }
    asking = false
    if (ended || holds === last) return
    last = holds
    onChange(holds)
  }
  const stop = watchPage(() => void ask())
  const timer = setInterval(ask, askEveryMs)
  return () => {
    ended = true
    stop()
    clearInterval(timer)
  }
}
