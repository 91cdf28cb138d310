/** What the person sees first: the articles for the page they are on. */

import type { Suggested, SuggestedArticle, View } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { articleRow } from '../../ui/article-row.ts'
import { element } from '../../ui/element.ts'
import { notice } from '../../ui/notice.ts'
import { panelWords } from '../../ui/panel-words.ts'
import { skeleton } from '../../ui/skeleton.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import { translator } from '../../ui/translate.ts'
import type { ShownView } from './shown-view.ts'
import type { Suggestions } from './suggestions.ts'

export function openHome(
  into: HTMLElement,
  runtime: Runtime,
  suggestions: Suggestions,
  onShow: (view: View) => void,
): ShownView {
  const t = translator(panelWords, runtime.locale)
  const heading = element('h2', { id: 'fanal-suggested', tabIndex: -1 }, t('home.title'))
  let body: HTMLElement = skeleton(runtime.locale, 6)
  const section = element('section', {}, heading, body)
  section.setAttribute('aria-labelledby', heading.id)
  into.append(section)
  takeFocus(heading)
  let drawn: Suggested | undefined

  return {
    update() {
      const { items, status } = suggestions
      // What has not changed stays, and the focus with it.
      if (drawn?.items === items && drawn.status === status) return
      drawn = { items, status }
      section.ariaBusy = `${status === 'loading'}`
      // The heading stays where it is, with the focus it may have.
      const next = content()
      body.replaceWith(next)
      body = next
    },
    end() {},
  }

  function content(): HTMLElement {
    const { items, status } = suggestions
    if (items.length) return element('ul', {}, ...items.map((item) => row(item, runtime, onShow)))
    if (status === 'loading') return skeleton(runtime.locale, 6)
    return notice(undefined, t(status === 'failed' ? 'home.failed' : 'home.empty'))
  }
}

function row({ id, url, title, summary, category }: SuggestedArticle, runtime: Runtime, onShow: (view: View) => void) {
  return articleRow({
    title: [title],
    summary: [summary || null],
    category,
    href: url,
    onIntent: () => void runtime.load('article').catch(() => {}),
    onOpen: () => id && onShow({ kind: 'article', articleId: id, from: 'suggestion' }),
  })
}
