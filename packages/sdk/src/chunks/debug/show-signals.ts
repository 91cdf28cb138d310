/** The list of signals: each can be opened and stays open while others come. */
import { element, takeOut } from '../../ui/element.ts'
import { toJson } from '../../ui/to-json.ts'
import type { DebugTranslate } from './debug-words.ts'
import type { LoggedSignal, SignalState } from './log-signals.ts'

const counted = { unused: 'unused', waiting: 'waiting', later: 'waiting', sent: 'sent', refused: 'refused' } as const
const countOf = (state: SignalState) => (state in counted ? counted[state as keyof typeof counted] : 'dropped')

export interface SignalList {
  element: HTMLElement
  update(signals: readonly LoggedSignal[], isDenied: boolean): void
}

export function showSignals(t: DebugTranslate, locale: string): SignalList {
  const totals = element('p')
  const list = element('ul')
  const rows = new Map<string, { row: HTMLElement; drawn: string }>()

  /** In place where only its state changed: an open one stays open, with the focus on it. */
  function rowOf(entry: LoggedSignal): HTMLElement {
    const { id, name, at, state, code = '', signal } = entry
    const words = t(`state.${state}`, { code })
    const before = rows.get(id)
    if (before?.drawn === words) return before.row
    const said = element('span', { className: `state ${countOf(state)}` }, words)
    if (before) {
      before.row.querySelector('.state')?.replaceWith(said)
      before.drawn = words
      return before.row
    }
    const time = element('time', {}, new Date(at).toLocaleTimeString(locale))
    const line = [time, element('code', {}, name), said]
    const row = element(
      'li',
      {},
      signal
        ? element('details', {}, element('summary', {}, ...line), element('pre', { tabIndex: 0 }, pretty(signal)))
        : element('div', { className: 'held' }, ...line),
    )
    rows.set(id, { row, drawn: words })
    return row
  }

  return {
    element: element('div', { className: 'signals' }, totals, list),
    update(signals, isDenied) {
      const sums = new Map<string, number>()
      for (const { state } of signals) sums.set(countOf(state), (sums.get(countOf(state)) ?? 0) + 1)
      const texts = (['unused', 'waiting', 'sent', 'refused', 'dropped'] as const).flatMap((kind) =>
        sums.has(kind) ? [t(`count.${kind}`, { count: sums.get(kind) ?? 0 })] : [],
      )
      totals.textContent = texts.join(' · ') || t(isDenied ? 'signals.denied' : 'signals.none')
      const wanted = new Set(signals.map(({ id }) => id))
      for (const [id, { row }] of rows)
        if (!wanted.has(id)) {
          takeOut(row)
          rows.delete(id)
        }
      signals.map(rowOf).forEach((row, place) => {
        if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null)
      })
    },
  }
}

/** Two blanks a level; the page's own `toJSON` (Prototype) left out. */
function pretty(value: object): string {
  return JSON.stringify(JSON.parse(toJson(value)), null, 2)
}
