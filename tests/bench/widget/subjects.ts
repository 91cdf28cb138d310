/**
 * Who is compared: our widget, DocSearch 3 (help by search), driver.js (guided tours) and a page without any. Each is brought as its own documentation
 * says, opened by a click on a button of its own or of the page, and counts as open when a person can do something with what is shown.
 */
export interface Subject {
  name: string
  /** what the head of the page carries for it; every element marked `data-subject` */
  tags: (fanal: string) => string
  /** in the page: the button that opens it; null while it is not there */
  button: string
  /** in the page: whether something useful is shown */
  useful: string
  /** in the page: closes it again */
  close: string
  /** in the page, one after the other: brings up everything else it has, each with what tells that it is there */
  views: { show: string; shown: string }[]
  /** in the page: takes it away for good; null where it offers no way */
  destroy: string | null
}

const shadow = `document.querySelector('fanal-help')?.shadowRoot`
const visible = (found: string) => `!!${found}?.checkVisibility({ visibilityProperty: true })`
const inPanel = (selector: string) => visible(`${shadow}?.querySelector('[role=dialog] ${selector}')`)

const pressEscape = `(document.activeElement?.shadowRoot?.activeElement ?? document.activeElement).dispatchEvent(
  new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true, composed: true }))`

export const ours: Subject = {
  name: 'Fanal',
  tags: (fanal) =>
    `<script data-subject async src="${fanal}/fanal.js" data-key="pk_medicab" data-locale="fr"></script>`,
  button: `${shadow}?.querySelector('.launcher')`,
  useful: inPanel('li'),
  close: `fanal('close')`,
  views: [
    { show: `fanal('search', 'carte vitale pas lue')`, shown: inPanel('[data-fanal-item]') },
    { show: `fanal('article', 'ordonnance-ne-s-imprime-pas')`, shown: inPanel('article') },
    { show: `fanal('contact')`, shown: inPanel('textarea') },
  ],
  destroy: `fanal('destroy')`,
}

export const docSearch: Subject = {
  name: 'DocSearch 3',
  // The answer is a recorded one, so that nothing but DocSearch is measured.
  tags: () => `<link data-subject rel="stylesheet" href="/peers/docsearch.css">
    <script data-subject defer src="/peers/docsearch.js"></script>
    <script data-subject>addEventListener('DOMContentLoaded', () => docsearch({
      container: '#search', appId: 'medicab', apiKey: 'pk_medicab', indexName: 'medicab',
      transformSearchClient: (client) => ({ ...client, search: () => fetch('/peers/answer.json').then((answer) => answer.json()) }),
    }))</script>`,
  button: `document.querySelector('.DocSearch-Button')`,
  useful: visible(`document.querySelector('.DocSearch-Input')`),
  close: pressEscape,
  views: [
    {
      show: `{
        const input = document.querySelector('.DocSearch-Input')
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, 'carte vitale')
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }`,
      shown: visible(`document.querySelector('.DocSearch-Hit')`),
    },
  ],
  destroy: null,
}

export const driverJs: Subject = {
  name: 'driver.js',
  tags: () => `<link data-subject rel="stylesheet" href="/peers/driver.css">
    <script data-subject defer src="/peers/driver.js"></script>
    <script data-subject>addEventListener('DOMContentLoaded', () => {
      window.tour = window.driver.js.driver({ steps: [
        { element: 'form', popover: { title: 'La feuille', description: 'Remplissez le montant.' } },
        { element: 'h1', popover: { title: 'La page', description: 'Ici se trouve la facturation.' } },
      ] })
      document.querySelector('#tour').addEventListener('click', () => tour.drive())
    })</script>`,
  button: `document.querySelector('#tour')`,
  useful: visible(`document.querySelector('.driver-popover-title')`),
  close: 'tour.destroy()',
  views: [],
  destroy: 'tour.destroy()',
}

/** The floor: the same page, with nothing to open. */
export const emptyPage: Subject = {
  name: 'empty page',
  tags: () => '',
  button: `document.querySelector('#tour')`,
  useful: 'true',
  close: '0',
  views: [],
  destroy: '0',
}

export const subjects: readonly Subject[] = [ours, docSearch, driverJs, emptyPage]
