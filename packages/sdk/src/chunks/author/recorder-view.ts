/** The recorder's own window: what was recorded so far, and what can be done with it. Its place is a side of the page, and the author's to choose. */
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { applyTheme } from '../../ui/apply-theme.ts'
import controlsCss from '../../ui/controls.css?inline'
import { button, element, icon, takeOut } from '../../ui/element.ts'
import tokensCss from '../../ui/tokens.css?inline'
import authorCss from './author.css?inline'
import type { AuthorTranslate } from './author-words.ts'
import { addCheckpoint, type Draft, toFlow } from './draft.ts'
import { stepItem } from './step-item.ts'

export interface RecorderEvents {
  /** @param redraw false while the author types */
  onChange(change: (draft: Draft) => Draft, redraw?: boolean): void
  onPick(stepId: string, kind: 'target' | 'verify'): void
  onPreview(): void
  yaml(): string
  onLeave(): void
}

export interface RecorderView {
  readonly element: HTMLElement
  /** gets the focus when it comes in */
  readonly first: HTMLElement
  draw(draft: Draft): void
  /** The draft changed by what is being typed: only what shows it elsewhere follows. */
  refresh(draft: Draft): void
  say(words: string): void
  /** Puts the focus on the step that is open. */
  focus(): void
  close(): void
}

const icons = {
  fold: 'm5 12.5 5-5 5 5',
  side: 'M3.5 5h13v10h-13zM12 5v10',
  close: 'm5 5 10 10M15 5 5 15',
  download: 'M10 3.5v9m0 0 3.5-3.5M10 12.5 6.5 9M4 16.5h12',
}

export function openRecorder(runtime: Runtime, t: AuthorTranslate, events: RecorderEvents): RecorderView {
  for (const css of [tokensCss, controlsCss, authorCss]) adoptStyles(runtime.root, css)
  let draft: Draft
  let openStep: string | null = null
  let side = 'left'
  const on = (run: () => unknown) => () => void runtime.guard(run)
  const tool = (words: string, path: string, run: () => unknown) =>
    element(
      'button',
      { type: 'button', className: 'tool', ariaLabel: words, title: words, onclick: on(run) },
      icon(path),
    )

  const mode = element('small')
  const status = element('p', { role: 'status', className: 'author-status' })
  const title = element('input', { type: 'text', maxLength: 200, placeholder: t('titleHint') })
  title.oninput = on(() => events.onChange((now) => ({ ...now, title: title.value }), false))
  const list = element('ol', { ariaLabel: t('steps') })
  const yaml = element('textarea', { readOnly: true, rows: 8, spellcheck: false, ariaLabel: t('yaml') })
  const details = element('details', {}, element('summary', {}, t('yaml')), yaml)
  const record = button(
    'button',
    '',
    on(() => events.onChange((now) => ({ ...now, recording: !now.recording }))),
  )
  const preview = button('button', '', on(events.onPreview))
  const copyButton = button('button primary', t('copy'), on(copy))
  const fold = tool(t('collapse'), icons.fold, () => setFolded(!body.hidden))
  const body = element(
    'div',
    { className: 'author-body' },
    element('label', {}, t('title'), title),
    list,
    button('button', t('question'), on(addQuestion)),
    element('p', { className: 'author-keys' }, t('keys')),
    details,
  )
  const footer = element('footer', {}, record, preview, copyButton, tool(t('download'), icons.download, download))
  const overlay: HTMLElement = element(
    'section',
    { className: 'fanal author', ariaLabel: t('name'), lang: runtime.locale, dir: 'ltr' },
    element(
      'header',
      {},
      element('i', { ariaHidden: 'true' }),
      element('div', {}, element('h2', {}, t('name')), mode),
      tool(t('otherSide'), icons.side, () => setSide(side === 'left' ? 'right' : 'left')),
      fold,
      tool(t('close'), icons.close, askToLeave),
    ),
    status,
    body,
    footer,
  )
  const stopTheme = applyTheme(runtime, overlay)
  // Over the launcher, which an author has no use for: the flows' own cards stand on the other side.
  setSide(runtime.config?.widget.position === 'bottom-left' ? 'left' : 'right')
  setFolded(false)
  runtime.root.append(overlay)

  function setSide(next: string): void {
    side = next
    overlay.dataset.side = side
  }

  function setFolded(folded: boolean): void {
    body.hidden = folded
    fold.ariaExpanded = `${!folded}`
    fold.ariaLabel = fold.title = t(folded ? 'expand' : 'collapse')
  }

  function addQuestion(): void {
    const words = { checkpoint: t('questionDefault'), yes: t('yes'), no: t('no') }
    events.onChange((now) => {
      const next = addCheckpoint(now, words)
      openStep = next.steps.at(-1)?.id ?? null
      return next
    })
    focusStep()
  }

  function askToLeave(): void {
    if (draft.steps.length === 0) {
      events.onLeave()
      return
    }
    const cancel = button(
      'button',
      t('cancel'),
      on(() => say('')),
    )
    status.replaceChildren(
      t('closeAsk'),
      element('span', {}, button('button', t('closeYes'), on(events.onLeave)), cancel),
    )
    cancel.focus()
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(events.yaml())
      say(t('copied'))
    } catch {
      // No clipboard on plain http, or the page's policy forbids it.
      setFolded(false)
      details.open = true
      yaml.focus()
      yaml.select()
      say(t('notCopied'))
    }
  }

  function download(): void {
    const url = URL.createObjectURL(new Blob([events.yaml()], { type: 'application/yaml' }))
    const link = element('a', { href: url, download: `${toFlow(draft, t('untitled')).id}.yaml` })
    link.click()
    setTimeout(() => URL.revokeObjectURL(url))
  }

  function say(words: string): void {
    status.replaceChildren(words)
  }

  function focusStep(): void {
    const open = list.querySelector<HTMLElement>('[aria-expanded=true]')
    ;(open ?? record).focus()
    open?.scrollIntoView({ block: 'nearest' })
  }

  function draw(next: Draft): void {
    draft = next
    overlay.dataset.mode = draft.previewing ? 'preview' : draft.recording ? 'record' : 'pause'
    mode.textContent = t(draft.previewing ? 'previewing' : draft.recording ? 'recording' : 'paused')
    record.textContent = t(draft.recording ? 'pause' : 'record')
    record.disabled = draft.previewing
    preview.textContent = t(draft.previewing ? 'previewStop' : 'preview')
    preview.disabled = copyButton.disabled = draft.steps.length === 0
    if (title.value !== draft.title) title.value = draft.title
    const { activeElement } = runtime.root
    const key =
      activeElement instanceof HTMLElement && list.contains(activeElement) ? activeElement.dataset.key : undefined
    const items = draft.steps.map((step, place) =>
      stepItem({ runtime, t, draft, step, place, openStep, toggle, events }),
    )
    list.replaceChildren(...(items.length > 0 ? items : [element('li', { className: 'author-empty' }, t('empty'))]))
    if (key) list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
    refresh(draft)
    if (draft.recording && !openStep) list.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }

  function refresh(next: Draft): void {
    draft = next
    yaml.value = draft.steps.length > 0 ? events.yaml() : ''
  }

  function toggle(id: string): void {
    openStep = openStep === id ? null : id
    draw(draft)
  }

  return {
    element: overlay,
    first: record,
    draw,
    refresh,
    say,
    focus: focusStep,
    close() {
      stopTheme()
      takeOut(overlay)
    },
  }
}
