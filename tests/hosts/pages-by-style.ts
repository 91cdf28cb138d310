/** Pages whose markup, styles or settings would deface, hide or misplace what is not theirs. */
import { expect } from '@playwright/test'
import { type HostPage, nonce } from './host-page.ts'

const style = (css: string) => `<style nonce="${nonce}">${css}</style>`

export const pagesByStyle: HostPage[] = [
  { name: 'nothing but the tag' },
  { name: 'a reset that unsets everything', head: style('* { all: unset !important }') },
  {
    name: 'rules against the element of the widget',
    head: style(
      `fanal-help, fanal-help * { display: none !important; position: static !important; color: red !important;
      font-size: 90px !important; pointer-events: none !important; visibility: hidden !important; opacity: 0 !important;
      transform: scale(0) !important; zoom: 3 !important; clip-path: inset(50%) !important; content-visibility: hidden !important }
      fanal-help::backdrop { background: #000 !important; display: block !important; pointer-events: auto !important }`,
    ),
  },
  { name: 'rem of 62.5 %', head: style('html { font-size: 62.5% }') },
  {
    name: 'transforms on html and body',
    head: style('html, body { transform: translateX(40px) scale(0.9); perspective: 400px; will-change: transform }'),
  },
  {
    name: 'filter, containment and hidden overflow',
    head: style('html, body { filter: grayscale(1); contain: layout paint; overflow: hidden; height: 100% }'),
  },
  { name: 'right to left', htmlAttributes: 'dir="rtl"', head: style('* { direction: rtl !important }') },
  { name: 'quirks mode', doctype: '' },
  {
    name: 'a window zoomed in to 400 %',
    prepare: (page) => page.setViewportSize({ width: 320, height: 256 }),
  },
  { name: 'forced colours', prepare: (page) => page.emulateMedia({ forcedColors: 'active' }) },
  { name: 'reduced motion', prepare: (page) => page.emulateMedia({ reducedMotion: 'reduce' }) },
  {
    name: 'dark',
    head: style(':root { color-scheme: dark }'),
    prepare: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  },
  {
    name: 'a page that is printed',
    async arrive(frame, page) {
      const launcher = frame.getByRole('button', { name: 'Aide', exact: true })
      await page.emulateMedia({ media: 'print' })
      await expect(launcher).toBeHidden()
      await page.emulateMedia({ media: 'screen' })
      await expect(launcher).toBeVisible()
    },
  },
  {
    name: 'a body that lies over everything',
    head: style('body { position: fixed; inset: 0; z-index: 2147483647; background: #fff }'),
  },
]
