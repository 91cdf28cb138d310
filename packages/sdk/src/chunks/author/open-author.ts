/**
 * The recorder of flows: the author uses the product, and every action becomes a step; texts, questions and assertions are edited beside it, the flow is
 * previewed as visitors will see it, and leaves as YAML. Nothing is sent: what is recorded stays in this tab.
 * Source: docs/flows-authoring.md#recording
 */
import type { FlowAdvanceOn } from '@fanal/contract'
import { ownTargeting } from '../../own-targeting.ts'
import type { Runtime } from '../../runtime.ts'
import { moveFocus } from '../../ui/move-focus.ts'
import { translator } from '../../ui/translate.ts'
import { authorWords } from './author-words.ts'
import { describeAction } from './describe-action.ts'
import { arriveOn, changeStep, type Draft, emptyDraft, recordAction, toFlow } from './draft.ts'
import { keepDraft, readDraft } from './keep-draft.ts'
import { openPreview, type Preview } from './preview-flow.ts'
import { openRecorder } from './recorder-view.ts'
import { showOutline } from './show-outline.ts'
import { proposeTarget } from './targets/propose-target.ts'
import { watchActions } from './watch-actions.ts'
import { writeFlow } from './write-flow.ts'

/** @param onLeave the author is done */
export function openAuthor(runtime: Runtime, onLeave: () => void): void {
  if (runtime.root.querySelector('.author')) return
  const t = translator(authorWords, runtime.locale)
  const end = new AbortController()
  const page = () => runtime.context().page
  const flow = () => toFlow(draft, t('untitled'))
  let draft: Draft = readDraft(runtime) ?? emptyDraft(runtime.locale, page())
  /** what an element is being picked for */
  let picked: ((element: Element) => void) | null = null
  let preview: Preview | null = null

  const outline = showOutline(runtime, t)
  const view = openRecorder(runtime, t, {
    onChange: (next, redraw) => change(next(draft), redraw),
    onPick: pickFor,
    onPreview: () => (draft.previewing ? endPreview() : startPreview()),
    yaml: () => writeFlow(flow()),
    onLeave: leave,
  })

  /** @param redraw false while the author types: what they type in stays as it is */
  function change(next: Draft, redraw = true): void {
    draft = next
    keepDraft(runtime, draft)
    if (!draft.recording) outline.hide()
    if (redraw) view.draw(draft)
    else view.refresh(draft)
  }

  function record(element: Element, on: FlowAdvanceOn): void {
    const proposal = proposeTarget(element, ownTargeting)
    if (!proposal) {
      view.say(t('private'))
      return
    }
    const words = describeAction(t, proposal.target, on)
    const before = draft.steps.length
    change(recordAction(draft, { on, ...proposal, ...words, page: page(), at: Date.now() }))
    if (draft.steps.length > before) view.say(t('added', { number: draft.steps.length, title: words.title }))
  }

  /** @param kind the target of a step, or the element it verifies */
  function pickFor(stepId: string, kind: 'target' | 'verify'): void {
    view.say(t('picking'))
    picked = (element) => {
      const proposal = proposeTarget(element, ownTargeting)
      if (!proposal) return view.say(t('private'))
      const { target, strength } = proposal
      const said = kind === 'target' ? { target, strength } : { verify: { element: target } }
      change(changeStep(draft, stepId, said))
      stopPicking()
    }
  }

  function stopPicking(): void {
    picked = null
    outline.hide()
    view.say('')
    view.focus()
  }

  async function startPreview(): Promise<void> {
    change({ ...draft, recording: false, previewing: true })
    await loadPreview()
    preview?.start()
  }

  async function loadPreview(): Promise<void> {
    preview = await openPreview(runtime, flow, endPreview)
    if (end.signal.aborted) preview.stop()
  }

  function endPreview(): void {
    const playing = preview
    preview = null
    playing?.stop()
    if (!end.signal.aborted) change({ ...draft, previewing: false })
  }

  function leave(): void {
    keepDraft(runtime, null)
    close()
    onLeave()
  }

  function close(): void {
    if (end.signal.aborted) return
    end.abort()
    preview?.stop()
    stopContext()
    stopReset()
    focus.leave()
    outline.close()
    view.close()
  }

  watchActions(
    runtime,
    {
      mode: () => (picked ? 'pick' : draft.recording ? 'record' : 'off'),
      onAction: record,
      onPick: (element) => picked?.(element),
      onCancel: stopPicking,
      onLook: (element) => (element ? outline.show(element, proposeTarget(element, ownTargeting)) : outline.hide()),
    },
    end.signal,
  )
  const focus = moveFocus(runtime, view.element, view.first, () => focus.leave(), end.signal)
  const stopContext = runtime.onContextChange(() => {
    const next = arriveOn(draft, page(), Date.now())
    if (next !== draft) change(next)
  })
  const stopReset = runtime.on('reset', leave)
  runtime.onDestroy(close)
  change(arriveOn(draft, page(), Date.now()))
  if (draft.previewing) void runtime.guard(loadPreview)
}
