/**
 * Gives an article on screen its tools. Nothing moves when they arrive: the bar's height was kept free, the other controls stand inside
 * what they belong to.
 */
import type { ArticleTools } from '../../chunks.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { button, element, icon, takeOut } from '../../ui/element.ts'
import { translator } from '../../ui/translate.ts'
import { articleAddress } from './article-address.ts'
import { copyText } from './copy-text.ts'
import { furnishCode } from './furnish-code.ts'
import { furnishImage } from './furnish-image.ts'
import { furnishVideo } from './furnish-video.ts'
import { keepPlace } from './keep-place.ts'
import { labelScrollers } from './label-scrollers.ts'
import { toolWords } from './tool-words.ts'
import toolsCss from './tools.css?inline'

const linkIcon =
  'M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.5-2.6a3.2 3.2 0 0 0-4.5-4.5L10 5.5m1.5 3a3.2 3.2 0 0 0-4.6 0l-2.5 2.6a3.2 3.2 0 0 0 4.5 4.5L10 14.5'
const printIcon = 'M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z'

/** @returns to be called when the article leaves the screen */
export function furnishArticle({ runtime, article, page, read, bar }: ArticleTools): () => void {
  adoptStyles(runtime.root, toolsCss)
  const t = translator(toolWords, runtime.locale)
  const told = element('p', { role: 'status' })
  let byHand: HTMLElement | undefined

  const tell = (words: string) => told.replaceChildren(words)
  /** A part that has to be fetched may not arrive: then the person is told, and the next click tries again. */
  const later = (work: Promise<unknown>) => void work.catch(() => tell(t('failed')))

  const copy = button('button plain', t('link.copy'), () => runtime.guard(copyLink))
  copy.prepend(icon(linkIcon))
  const print = button('button plain', t('print'), () =>
    later(runtime.load('print').then(({ printArticle }) => printArticle(runtime, article, page))),
  )
  print.prepend(icon(printIcon))

  async function copyLink(): Promise<void> {
    const address = articleAddress(location.href, article.id)
    takeOut(byHand)
    if (await copyText(runtime.root, address)) return tell(t('link.copied'))
    tell('')
    const field = element('input', { readOnly: true, value: address })
    byHand = element('label', { className: 'field' }, t('link.byHand'), field)
    bar.after(byHand)
    field.select()
  }

  bar.append(copy, print, told)
  const images = [...page.querySelectorAll<HTMLImageElement>('.body img')].map((image) =>
    furnishImage(image, { runtime, t, later }),
  )
  for (const video of page.querySelectorAll('video')) furnishVideo(video, t)
  for (const code of page.querySelectorAll<HTMLElement>('pre')) furnishCode(code, runtime, t)
  const undos = [...images, labelScrollers(page, t), keepPlace(runtime, article, read)]
  return () => {
    for (const undo of undos) undo()
  }
}
