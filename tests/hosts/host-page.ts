/**
 * What every hostile page has in common: a form, a link and hotkeys of its own, and a notebook of all that goes wrong in it. The
 * journey reads the notebook at the end (hosts.spec.ts).
 */
import type { Frame, Page } from '@playwright/test'

export interface HostPage {
  /** what is hostile about it */
  name: string
  doctype?: string
  htmlAttributes?: string
  /** markup before the widget's tag: styles, scripts that patch or listen */
  head?: string
  /** what stands around the form and the link of the page */
  around?: (content: string) => string
  /** tags that bring the widget; `tag` is the usual one */
  tags?: (tag: string) => string
  /** @param fanal origin of the Fanal server */
  headers?: (fanal: string) => Record<string, string>
  /** the page stands in a frame with this sandbox attribute */
  sandbox?: string
  /** the page keeps this global to itself: the widget is reached through its place in the document */
  nameTaken?: boolean
  /** globals in which a library of the page keeps book of everybody's listeners */
  books?: RegExp
  /** what leaves must be as the server wants it, although the page has changed the language */
  checksSignals?: boolean
  /** the one message of ours that the page has earned */
  earnedError?: RegExp
  prepare?: (page: Page) => Promise<unknown>
  /** once the launcher is there */
  arrive?: (frame: Frame, page: Page) => Promise<unknown>
  /** once the panel is closed, before `destroy` */
  leave?: (frame: Frame, page: Page) => Promise<unknown>
}

/** What the page noted. */
export interface Notes {
  faults: string[]
  hotkeys: string[]
  submits: number
  /** own names of `window` before the widget came */
  globals: string[]
  /** attributes of html and body, before and after */
  attributes: string
}

/** Allows the page's own scripts and styles under a policy that knows nothing but nonces. */
export const nonce = 'r4nd0m'

const notebook = `<script nonce="${nonce}">
  window.notes = { faults: [], hotkeys: [], submits: 0 }
  addEventListener('error', (event) => notes.faults.push('error: ' + event.message))
  addEventListener('unhandledrejection', (event) => notes.faults.push('rejection: ' + event.reason))
  document.addEventListener('securitypolicyviolation', (event) => notes.faults.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI))
  document.addEventListener('keydown', (event) => { if ('/k'.includes(event.key)) notes.hotkeys.push(event.key) })
  document.addEventListener('submit', (event) => { event.preventDefault(); notes.submits++ })
</script>`

const content = (address: string) => `<h1>Facturation</h1>
  <form><label>Montant <input name="montant"></label><button>Envoyer</button></form>
  <p><a href="${address}#plus-bas">Voir plus bas</a></p>`

/** Where a page stands: the widget takes it for /facturation, whatever its query. */
export const addressOf = ({ name }: HostPage) => `/facturation?host=${encodeURIComponent(name)}`

/** @param fanal origin of the Fanal server */
export function renderHostPage(page: HostPage, fanal: string): string {
  const { doctype = '<!doctype html>', htmlAttributes = '', head = '', around = (inner) => inner } = page
  const tag = `<script nonce="${nonce}" async src="${fanal}/fanal.js" data-key="pk_medicab" data-locale="fr"></script>`
  return `${doctype}
<html lang="fr" ${htmlAttributes}><head><meta charset="utf-8"><title>Facturation</title>${notebook}${head}
<script nonce="${nonce}">
  notes.attributes = [...document.documentElement.attributes].map((one) => one.name + '=' + one.value).join()
  notes.globals = Object.getOwnPropertyNames(window)
</script>
</head><body>${around(content(addressOf(page)))}${page.tags ? page.tags(tag) : tag}</body></html>`
}
