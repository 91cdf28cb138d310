/**
 * Articles in a modal dialog, for what the host wants read before its visitor goes on. The browser's own modal: everything else is
 * inert, the focus stays inside and goes back to where it was, Escape closes. Made of plain DOM; the article is a component.
 */
import type { Chunks, ModalHandle } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { applyTheme } from '../../ui/apply-theme.ts'
import controlsCss from '../../ui/controls.css?inline'
import { element, icon, takeOut } from '../../ui/element.ts'
import { panelWords } from '../../ui/panel-words.ts'
import tokensCss from '../../ui/tokens.css?inline'
import { translator } from '../../ui/translate.ts'
import modalCss from './modal.css?inline'

/** An article on screen, or one to come back to. */
type Shown = Pick<Parameters<Chunks['article']['show']>[1] & object, 'articleId' | 'from' | 'anchor'>

/** What the host's shortcuts and focus traps must not see. */
const keptEvents = ['keydown', 'keyup', 'keypress', 'focusin', 'focusout']

export function openModal(runtime: Runtime): ModalHandle {
  for (const css of [tokensCss, controlsCss, modalCss]) adoptStyles(runtime.root, css)
  const t = translator(panelWords, runtime.locale)
  const tool = (ariaLabel: string, path: string, onclick: () => void) =>
    element('button', { type: 'button', className: 'tool', ariaLabel, onclick }, icon(path))
  const backButton = tool(t('panel.back'), 'M12 4.5 6.5 10l5.5 5.5', () => {
    trail.pop()
    draw()
  })
  const closeButton = tool(t('panel.close'), 'm5 5 10 10M15 5 5 15', close)
  const header = element('header', { role: 'none' }, element('b', {}, t('panel.title')), closeButton)
  const contactButton = element('button', { type: 'button', className: 'button', onclick: contact }, t('panel.contact'))
  const dialog = element('dialog', {
    className: 'fanal modal',
    ariaLabel: t('panel.title'),
    lang: runtime.locale,
    dir: 'ltr',
  })
  let view = element('div', { className: 'view' })
  dialog.append(header, view, element('footer', { role: 'none' }, contactButton))
  dialog.onclick = ({ target }) => target === dialog && close()
  // The event comes late: the dialog may be open again.
  dialog.onclose = () => dialog.open || end()
  for (const type of keptEvents) dialog.addEventListener(type, (event) => event.stopPropagation())
  const stopTheme = applyTheme(runtime, dialog)
  const stopReset = runtime.on('reset', close)

  /** oldest first; the last is shown */
  let trail: Shown[] = []
  let chunk: Chunks['article'] | undefined
  /** counts up, so that an article whose chunk arrives late does not come back */
  let wishes = 0

  function show(shown: Shown | null): void {
    chunk?.show(view, null)
    const fresh = element('div', { className: 'view' })
    view.replaceWith(fresh)
    view = fresh
    if (!shown || !chunk) return
    chunk.show(view, {
      ...shown,
      runtime,
      onOpenArticle(articleId, from = 'link', anchor) {
        trail.push({ articleId, from, ...(anchor && { anchor }) })
        draw()
      },
      onStartFlow(id) {
        close()
        runtime.closePanel()
        runtime.startFlow(id, 'article')
      },
    })
  }

  function draw(): void {
    if (trail.length < 2) takeOut(backButton)
    else header.prepend(backButton)
    show(trail.at(-1) ?? null)
    if (!dialog.contains(runtime.root.activeElement)) closeButton.focus()
  }

  function contact(): void {
    close()
    runtime.openContact('article')
  }

  function close(): void {
    wishes++
    if (dialog.open) dialog.close()
    end()
  }

  function end(): void {
    show(null)
    dialog.remove()
  }

  return {
    async article(articleId, from) {
      const wish = ++wishes
      chunk ??= await runtime.load('article')
      if (wish !== wishes) return
      trail = [{ articleId, from }]
      runtime.root.append(dialog)
      if (!dialog.open) dialog.showModal()
      draw()
    },
    close,
    destroy() {
      stopTheme()
      stopReset()
      close()
    },
  }
}
