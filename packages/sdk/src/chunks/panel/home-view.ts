/** What the person sees first: the articles for the page they are on. */
import type { Runtime } from '../../runtime.ts'
import { element } from '../../ui/element.ts'
import { panelWords } from '../../ui/panel-words.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import { translator } from '../../ui/translate.ts'
import type { View } from './navigation.ts'
import { skeleton } from './placeholders.ts'
import type { ShownView } from './shown-view.ts'
import type { SuggestedItem, Suggestions } from './suggestions.ts'

export function openHome(
  into: HTMLElement,
  runtime: Runtime,
  suggestions: Suggestions,
  onShow: (view: View) => void,
): ShownView {
  const t = translator(panelWords, runtime.locale)
  const heading = element('h2', { id: 'fanal-suggested', tabIndex: -1 }, t('home.title'))
  const section = element('section', {}, heading)
  section.setAttribute('aria-labelledby', heading.id)
  into.append(section)
  takeFocus(heading)
  let drawn: Pick<Suggestions, 'items' | 'status'> | undefined

  return {
    update() {
      const { items, status } = suggestions
      // What has not changed stays, and the focus with it.
      if (drawn?.items === items && drawn.status === status) return
      drawn = { items, status }
      section.ariaBusy = `${status === 'loading'}`
      section.replaceChildren(heading, content())
    },
    end() {},
  }

  function content(): HTMLElement {
    const { items, status } = suggestions
    if (items.length) return element('ul', { className: 'rows' }, ...items.map((item) => row(item, runtime, onShow)))
    if (status === 'loading') return skeleton(runtime, 6)
    const text = element('p', {}, t(status === 'failed' ? 'home.failed' : 'home.empty'))
    return element('div', { className: 'notice' }, text)
  }
}

/** The title is the control, and the whole row can be clicked. */
function row({ id, url, title, summary, category }: SuggestedItem, runtime: Runtime, onShow: (view: View) => void) {
  const prepare = () => void runtime.load('article').catch(() => {})
  const control = url
    ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title)
    : element(
        'button',
        { type: 'button', onclick: () => id && onShow({ kind: 'article', articleId: id, from: 'suggestion' }) },
        title,
      )
  control.dataset.fanalItem = ''
  if (!url) control.onfocus = prepare
  return element(
    'li',
    { className: 'row', onpointerenter: prepare },
    control,
    !!summary && element('p', {}, summary),
    !!category && element('small', {}, category),
  )
}
