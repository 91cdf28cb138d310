/**
 * Prints one article alone. For the time of printing an element of its own stands beside the page's body, with a copy of the article,
 * and a sheet of the document shows it on paper and nothing else: no frame, no window, no markup as text, so any CSP lets it pass. The
 * element is never seen on screen. The document's title is the article's meanwhile: browsers print it on every page and name the file
 * after it, and the page's own may name a patient.
 */
import type { Article } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { element, takeOut } from '../../ui/element.ts'
import { translator } from '../../ui/translate.ts'
import documentCss from './document.css?inline'
import printCss from './print.css?inline'
import { printWords } from './print-words.ts'

/** What is of no use on paper. */
const onScreenOnly =
  '.toc,.guide,.bar,.bar + .field,.vote,.related,.updated,.copy,.missing > :last-child,[role=status],.enlarge > svg,.hidden'

/** An image that has not come by then is left to its description. */
const imageWaitMs = 4000

/** Where print() opens nothing and says nothing (frames without `allow-modals`), nothing may stay behind. */
const beginWaitMs = 2000

/** Ends the printing that is under way. */
let restore = () => {}

/** @param page the article as it is on screen */
export async function printArticle(runtime: Runtime, article: Article, page: HTMLElement): Promise<void> {
  restore()
  const stand = document.createElement('fanal-print')
  const root = stand.attachShadow({ mode: 'open' })
  // The sheets of the widget, then what paper needs: sheets can serve several roots of a document.
  root.adoptedStyleSheets = [...runtime.root.adoptedStyleSheets, sheetOf(printCss)]
  root.append(paper(runtime, article, page))
  const documentSheet = sheetOf(documentCss)
  const title = document.title
  const end = new AbortController()
  let began = false

  restore = () => {
    end.abort()
    takeOut(stand)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== documentSheet)
    if (document.title === article.title) document.title = title
    restore = () => {}
  }
  const mine = restore
  runtime.onDestroy(mine)

  document.documentElement.append(stand)
  await imagesIn(root)
  if (restore !== mine) return
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, documentSheet]
  document.title = article.title
  const begin = () => {
    began = true
  }
  addEventListener('beforeprint', begin, { signal: end.signal })
  addEventListener('afterprint', mine, { signal: end.signal })
  print()
  setTimeout(() => began || mine(), beginWaitMs)
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

function paper({ locale }: Runtime, article: Article, page: HTMLElement): HTMLElement {
  const t = translator(printWords, locale)
  const copy = page.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll(onScreenOnly)) takeOut(part)
  for (const video of copy.querySelectorAll('video'))
    video.replaceWith(element('p', {}, video.ariaLabel ? t('video', { title: video.ariaLabel }) : t('videoUnnamed')))
  for (const image of copy.querySelectorAll('img')) image.loading = 'eager'
  const dateOf = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at)
  const updated = new Date(article.updatedAt)
  const { id, revision } = article
  const lines = [
    !Number.isNaN(updated.getTime()) && t('updated', { date: dateOf(updated) }),
    t('printed', { date: dateOf(new Date()) }),
    t('source', { site: location.hostname, id, revision }),
  ].filter((line) => line !== false)
  copy.append(element('p', { className: 'source' }, lines.join(' · ')))
  return element('div', { className: 'fanal paper', 'data-theme': 'light', lang: article.locale, dir: 'ltr' }, copy)
}

/** Comes back when every image is there, has failed, or has taken too long. */
async function imagesIn(root: ShadowRoot): Promise<void> {
  const images = [...root.querySelectorAll('img')].map((image) => image.decode().catch(() => {}))
  await Promise.race([Promise.all(images), new Promise((done) => setTimeout(done, imageWaitMs))])
}
