/**
 * Offers a flow where a first visit calls for one: within its caps, only when its first target can be seen, never imposed. What was not
 * shown does not count as offered.
 * Source: docs/content.md#when-a-flow-offers-itself
 */
import { type Flow, paths, pathTo } from '@fanal/contract'
import type { StartHandle, StartParts } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { translator } from '../../ui/translate.ts'
import { defaultOffers, flowToOffer } from './flow-to-offer.ts'
import { openOfferLedger } from './offer-ledger.ts'
import { startWords } from './start-words.ts'

const hourMs = 3_600_000

export function openStarts(runtime: Runtime, { flows }: StartParts): StartHandle {
  const now = () => Date.now()
  const ledger = openOfferLedger(runtime, now)
  let ended = false
  let current: { place: string; close(): void } | null = null

  const withdraw = () => {
    current?.close()
    current = null
  }

  /** The page, what the visitor does or what is on screen changed: is there something to offer? */
  const check = () => {
    const context = runtime.context()
    const place = `${context.page} ${context.feature}`
    // An offer on screen stays for the place it was made at.
    if (current?.place === place && !runtime.runningFlow()) return
    withdraw()
    if (runtime.runningFlow() || isCovered()) return
    const offered = flowToOffer(runtime.config, context, ledger.records(), ledger.sessionStart(), now())
    if (!offered) return
    const undos: (() => void)[] = []
    const mine = { place, close: () => undos.splice(0).forEach((undo) => void undo()) }
    current = mine
    runtime.getJson<Flow>(pathTo(paths.flow, { id: offered.id })).then(
      (flow) => flows((handle) => current === mine && undos.push(handle.offer(flow, parts(flow)))),
      () => {
        // Not to be had now: nothing was shown, so nothing counts as offered.
        if (current === mine) current = null
      },
    )
  }

  /** Under a panel that fills the screen an offer could be seen and not answered. It is made when the panel closes. */
  const isCovered = () => runtime.root.querySelector('dialog:modal') !== null

  const parts = ({ id, version }: Flow) => {
    const snoozeMs = runtime.config?.offers?.snooze ?? defaultOffers.snooze
    const t = translator(startWords, runtime.locale)
    return {
      hint: t('later', { when: inWords(snoozeMs, runtime.locale) }),
      onTarget() {
        if (isCovered() || runtime.runningFlow()) {
          current = null
          return false
        }
        ledger.shown(id)
        runtime.report('flow_offered', { flowId: id, version, by: 'first_visit' })
        return true
      },
      onAnswer(answer: 'begin' | 'later' | 'never') {
        current = null
        if (answer === 'begin') ledger.accepted(id)
        else if (answer === 'later') ledger.putOff(id, now() + snoozeMs)
        else ledger.refused(id)
      },
    }
  }

  /** A flow that ends says so before it is gone. */
  const soon = () => queueMicrotask(() => ended || runtime.guard(check))
  const undos = [
    runtime.onContextChange(check),
    ...['ready', 'panel_closed', 'flow_completed', 'flow_exited'].map((name) => runtime.on(name, soon)),
    runtime.on('flow_started', withdraw),
    runtime.on('reset', () => {
      withdraw()
      ledger.forget()
    }),
  ]
  check()

  return {
    destroy() {
      ended = true
      withdraw()
      for (const undo of undos) undo()
    },
  }
}

/** `demain`, `dans 7 jours`, `dans 3 heures`. */
function inWords(ms: number, locale: string): string {
  const days = Math.round(ms / (24 * hourMs))
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return days < 1 ? format.format(Math.max(1, Math.round(ms / hourMs)), 'hour') : format.format(days, 'day')
}
