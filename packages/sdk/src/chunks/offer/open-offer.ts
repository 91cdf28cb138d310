/**
 * Offers the article for an error, quietly: never opens by itself, never takes the focus, never twice for one error in a session. The
 * error may be told by the host or shown by the page; only errors that articles name are told further, never a text of the page.
 * Source: docs/embed.md#when-something-fails
 */
import { paths, type Suggestion } from '@fanal/contract'
import { isErrorCode } from '@fanal/contract/error-code'
import type { OfferHandle, OfferParts } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { knowErrors } from './known-errors.ts'
import { showChip } from './offer-chip.ts'
import { rememberOffered } from './offered-errors.ts'
import { readShown } from './read-shown.ts'
import { watchPage } from './watch-page.ts'

export function openOffer(runtime: Runtime, { setShown, isBusy }: OfferParts): OfferHandle {
  const known = knowErrors(runtime.config?.errors)
  const offered = rememberOffered(runtime)
  /** told by the host or by us since they came up; for as long as they stand */
  const told = new Set(findTold())
  const asked = new Set<string>()
  let onPage: string[] = []
  let chip: { error: string; page: string; takeAway(): void } | undefined

  function findTold(): string[] {
    return [...new Set(runtime.context().errors.flatMap(known.find))]
  }

  function look(): void {
    onPage = [...new Set(readShown().flatMap(known.find))]
    setShown(onPage, known.find)
    for (const code of onPage) if (!told.has(code)) runtime.report('error_seen', { code })
    decide()
  }

  /** What is wrong now, the latest last; the errors of the context hold those of the page. */
  function decide(): void {
    const standing = findTold()
    for (const error of told) if (!standing.includes(error)) told.delete(error)
    const { page } = runtime.context()
    if (chip && (isBusy() || chip.page !== page || !standing.includes(chip.error))) leave()
    // An offer gives way to what came after it, not to what was there before.
    const later = standing.slice(chip ? standing.indexOf(chip.error) + 1 : 0)
    const next = isBusy() ? undefined : later.findLast((error) => !offered.has(error))
    if (next) offer(next, page)
    askAboutUnknown()
  }

  function offer(error: string, page: string): void {
    leave()
    offered.add(error)
    const takeAway = showChip(
      runtime,
      error,
      () => {
        offered.keep()
        leave()
        const id = known.articleOf(error)
        if (id) runtime.openArticle(id, 'suggestion', 'error')
      },
      () => {
        offered.keep()
        leave()
      },
    )
    chip = { error, page, takeAway }
  }

  function leave(): void {
    chip?.takeAway()
    chip = undefined
  }

  /** The table has room for some; who uses Fanal anyway may have the server asked about a code the host told. */
  function askAboutUnknown(): void {
    if (!runtime.sessionId) return
    for (const error of runtime.context().errors) {
      if (asked.has(error) || !isErrorCode(error) || known.find(error).length) continue
      asked.add(error)
      runtime.guard(async () => {
        const [found] = await runtime
          .getJson<Suggestion[]>(paths.suggestions, { errors: error, limit: '1' })
          .catch((): Suggestion[] => []) // help for it is a courtesy: out of reach, there is none
        const named = namedBy(found?.why)
        if (found && named) known.add(named, found.id)
        decide()
      })
    }
  }

  const undos = [
    watchPage(() => runtime.guard(look)),
    runtime.onContextChange(decide),
    runtime.on('error_seen', (detail) => {
      const { code, message } = detail as { code?: string; message?: string }
      for (const error of known.find(code ?? message ?? '')) told.add(error)
    }),
    // What the panel shows needs no second offer.
    runtime.on('suggestions_shown', (detail) => {
      const { why } = detail as { why: string[] }
      for (const reason of why) {
        const error = namedBy(reason)
        if (error) offered.add(known.find(error)[0] ?? error)
      }
    }),
    ...['panel_opened', 'panel_closed', 'flow_started', 'flow_completed', 'flow_exited'].map((name) =>
      runtime.on(name, () => {
        if (name === 'panel_opened') offered.keep()
        // Who listens hears of it while it happens.
        queueMicrotask(() => runtime.guard(decide))
      }),
    ),
    runtime.on('reset', () => {
      leave()
      offered.forget()
    }),
  ]
  look()

  return {
    destroy() {
      leave()
      for (const undo of undos) undo()
    },
  }
}

/** The error behind a suggestion, as its article writes it; undefined where another reason stands. */
function namedBy(why = ''): string | undefined {
  return /^error:(.+)/.exec(why)?.[1]
}
