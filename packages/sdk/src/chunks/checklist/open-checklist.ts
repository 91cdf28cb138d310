/**
 * The checklist on home: the project's first flows, how far the person got, and the way on in each. Gone once all is done, or when the
 * person says so, for a day or for good.
 * Source: docs/content.md#checklist
 */
import { type Checklist, paths } from '@fanal/contract'
import type { Fact } from '../../chunks.ts'
import type { ChecklistHandle } from '../../flows.ts'
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { button, element, icon } from '../../ui/element.ts'
import { redraw } from '../../ui/redraw.ts'
import { readStored, writeStored } from '../../ui/stored-value.ts'
import { translator } from '../../ui/translate.ts'
import checklistCss from './checklist.css?inline'
import { checklistWords } from './checklist-words.ts'
import { type ListedFlow, listState } from './list-state.ts'

const defaultSnoozeMs = 24 * 3_600_000
const endings = ['flow_completed', 'flow_exited', 'milestone_reached']
const tick = 'm4.5 10.5 3.5 3.5 7.5-8'

export function openChecklist(runtime: Runtime): ChecklistHandle {
  adoptStyles(runtime.root, checklistCss)
  const t = translator(checklistWords, runtime.locale)
  const key = `fanal:${runtime.key}:checklist`
  const section = element('section', { className: 'card checklist', hidden: true })
  let list: Checklist | undefined
  /** since the chunk is there, newest first: all there is where nothing may be kept */
  let heard: Fact[] = []
  /** hidden until then, milliseconds since the epoch */
  let hiddenUntil = 0

  async function update(): Promise<void> {
    list ??= await runtime.getJson<Checklist>(paths.checklist).catch(() => undefined)
    const memory = await runtime.memory()
    const kept = (await memory?.flowFacts()) ?? []
    if (list) draw(list, listState(list, [...heard, ...kept], runtime.runningFlow()?.id))
  }

  function draw({ title }: Checklist, flows: ListedFlow[]): void {
    const done = flows.filter(({ state }) => state === 'done').length
    const total = flows.length
    section.hidden = done === total || isHidden()
    section.ariaLabel = title
    const words = done === 0 ? 'progress.none' : done === 1 ? 'progress.one' : 'progress'
    const bar = element('i')
    bar.style.width = `${(100 * done) / (total || 1)}%`
    redraw(
      section,
      element('h2', {}, title),
      element(
        'p',
        { className: 'share' },
        done > 0 && element('s', { ariaHidden: 'true' }, bar),
        element('small', {}, t(words, { done, total })),
      ),
      element('ol', {}, ...flows.map(row)),
      element(
        'div',
        { className: 'actions' },
        button('button plain', t('later'), () =>
          hide(Date.now() + (runtime.config?.offers?.snooze ?? defaultSnoozeMs)),
        ),
        button('button plain', t('never'), () => hide(Number.MAX_SAFE_INTEGER)),
      ),
    )
  }

  function row({ id, title, state, stepId }: ListedFlow, place: number): HTMLElement {
    const mark = element(
      'span',
      { className: 'mark', ariaHidden: 'true' },
      state === 'done' ? icon(tick) : `${place + 1}`,
    )
    if (state === 'done') {
      const said = element('small', {}, t('done'))
      return element('li', { className: 'done' }, mark, element('span', {}, title, ' ', said))
    }
    const words = t(state === 'todo' ? 'start' : 'resume')
    const act = button('link', title, () => {
      const running = runtime.runningFlow()
      if (running?.id === id) {
        runtime.closePanel()
        runtime.guard(running.resume)
      } else runtime.startFlow(id, 'visitor', stepId)
    })
    act.dataset.key = id
    act.ariaLabel = `${title} – ${words}`
    // Of five lines that all begin the same way the word would say nothing.
    if (state !== 'todo') act.append(element('small', { ariaHidden: 'true' }, words))
    return element('li', {}, mark, act)
  }

  function isHidden(): boolean {
    const stored = runtime.mayStore() ? Number(readStored('device', key)) : 0
    return Math.max(hiddenUntil, stored || 0) > Date.now()
  }

  /** The focus would be lost with the button that had it. */
  function hide(until: number): void {
    hiddenUntil = until
    if (runtime.mayStore()) writeStored('device', key, until)
    const before = section.closest('.view')?.querySelector<HTMLElement>('h2')
    section.hidden = true
    before?.focus({ preventScroll: true })
  }

  const undos = [
    ...endings.map((name) =>
      runtime.on(name, (detail) => {
        heard = [[name, detail], ...heard]
        runtime.guard(update)
      }),
    ),
    runtime.on('flow_started', () => runtime.guard(update)),
    runtime.on('reset', () => {
      heard = []
      hiddenUntil = 0
      section.hidden = true
    }),
  ]

  return {
    element: section,
    update,
    destroy() {
      for (const undo of undos) undo()
    },
  }
}
