/** Pages whose policies, frames, dialogs or ways of changing would shut the widget out, or start it twice. */
import { expect, type Frame, type Page } from '@playwright/test'
import { type HostPage, nonce } from './host-page.ts'

const script = (code: string) => `<script nonce="${nonce}">${code}</script>`

/** A component of the page's own; its shadow root holds a button and the modal dialog it opens. */
const component = (inDialog: string) =>
  `<app-facture><template shadowrootmode="open"><button>Facturer</button><dialog>${inDialog}</dialog></template>`

/** Opens as a person does, and closes as one does. */
const dialogOfComponent = (frame: Frame) => {
  const help = frame.locator('dialog > fanal-help')
  const dialog = frame.locator('app-facture dialog:not(.fanal)')
  return {
    async open() {
      await frame.evaluate(`{
        const { shadowRoot } = document.querySelector('app-facture')
        const dialog = shadowRoot.querySelector('dialog')
        shadowRoot.querySelector('button').addEventListener('click', () => dialog.showModal())
        // The document does not hear of it.
        shadowRoot.addEventListener('submit', (event) => {
          event.preventDefault()
          if (event.target.getRootNode() === shadowRoot) notes.submits++
        })
      }`)
      await frame.getByRole('button', { name: 'Facturer' }).click()
      await expect(help).toHaveCount(1)
    },
    async close(page: Page) {
      await expect(dialog).toHaveAttribute('open')
      await page.keyboard.press('Escape')
      await expect(dialog).not.toHaveAttribute('open')
      await expect(help).toHaveCount(0)
      await expect(frame.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
    },
  }
}

const openDialog = async (frame: Frame) => {
  await frame.evaluate('document.querySelector("dialog").showModal()')
  await expect.poll(() => frame.evaluate('!!document.querySelector("dialog > fanal-help")')).toBe(true)
}

const closeDialog = async (frame: Frame) => {
  await expect(frame.locator('dialog:not(.fanal)')).toHaveAttribute('open')
  await frame.evaluate('document.querySelector("dialog").close()')
  await expect.poll(() => frame.evaluate('!!document.querySelector("html > fanal-help")')).toBe(true)
  await expect(frame.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
  await frame.evaluate('document.querySelector("dialog").show()')
}

export const pagesByStructure: HostPage[] = [
  {
    name: 'a policy of nonces and no Trusted Types',
    headers: (fanal) => ({
      'content-security-policy':
        `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'nonce-${nonce}'; connect-src ${fanal}; ` +
        `img-src 'self' ${fanal}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    }),
  },
  { name: 'a sandboxed frame without storage', sandbox: 'allow-scripts allow-forms' },
  {
    name: 'a modal dialog',
    around: (content) => `<p>derrière</p><dialog>${content}</dialog>`,
    arrive: openDialog,
    leave: closeDialog,
  },
  {
    name: 'a modal dialog that goes with its markup',
    around: (content) => `<main>${content}</main><dialog><button>Fermer</button></dialog>`,
    async arrive(frame) {
      await openDialog(frame)
      await frame.evaluate('document.querySelector("dialog").remove()')
      await frame.getByLabel('Montant').focus()
      await expect(frame.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
    },
  },
  {
    name: 'a modal dialog in a shadow root, with all the page is about',
    around: (content) => `${component(content)}</app-facture>`,
    arrive: (frame) => dialogOfComponent(frame).open(),
    leave: (frame, page) => dialogOfComponent(frame).close(page),
  },
  {
    name: 'a modal dialog in a shadow root, around parts of the page',
    around: (content) => `${component('<slot></slot>')}${content}</app-facture>`,
    arrive: (frame) => dialogOfComponent(frame).open(),
    leave: (frame, page) => dialogOfComponent(frame).close(page),
  },
  {
    name: 'an open popover',
    around: (content) => `${content}<div id="menu" popover>Menu</div>`,
    arrive: (frame) => frame.evaluate('menu.showPopover()'),
  },
  {
    name: 'everything else inert',
    around: (content) =>
      `<div inert><button>derrière</button></div><div role="dialog" aria-modal="true">${content}</div>`,
  },
  { name: 'a base address of its own', head: '<base href="/ailleurs/">' },
  {
    name: 'a body that is replaced',
    arrive: (frame) =>
      frame.evaluate(`{
        const next = document.implementation.createHTMLDocument().body
        next.append(...[...document.body.children].map((child) => child.cloneNode(true)))
        for (const old of next.querySelectorAll('script')) {
          const again = document.createElement('script')
          for (const { name, value } of old.attributes) again.setAttribute(name, value)
          old.replaceWith(again)
        }
        history.pushState(null, '', location.href)
        document.body.replaceWith(next)
      }`),
  },
  {
    name: 'a document whose every node is replaced',
    async arrive(frame) {
      await frame.evaluate(`{
        const { head, body } = document
        document.documentElement.replaceChildren(head, body)
        history.pushState(null, '', location.href)
      }`)
      await expect(frame.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
    },
  },
  { name: 'the tag twice', tags: (tag) => tag + tag },
  {
    name: 'a tag of another version with another key',
    // In order: of two async tags the other might come first, and win.
    tags: (tag) =>
      `${tag.replace('async', 'defer')}${tag.replace('async', 'defer').replace('/fanal.js', '/fanal.js?version=other').replace('pk_medicab', 'pk_other')}`,
    earnedError: /already started with pk_medicab/,
  },
  {
    name: 'a field and a function of the name of ours',
    head: script('var fanal = { phare: true }'),
    nameTaken: true,
    leave: async (frame) => expect(await frame.evaluate('fanal')).toEqual({ phare: true }),
  },
]
