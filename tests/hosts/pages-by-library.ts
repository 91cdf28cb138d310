/** Pages with libraries as npm brings them: those that change what the language gives, take scripts for their own, or swap body and head. */
import { expect, type Frame } from '@playwright/test'
import { type HostPage, nonce } from './host-page.ts'

const library = (name: string) => `<script nonce="${nonce}" src="/libraries/${name}.js"></script>`
const script = (code: string) => `<script nonce="${nonce}">${code}</script>`
const launchersIn = (frame: Frame) => frame.getByRole('button', { name: 'Aide', exact: true })

/** There and back, as a click on a link would. The widget comes along, once, and still works. */
async function visit(frame: Frame): Promise<void> {
  await frame.evaluate('notes.visits = 1, document.body.id = "first"')
  await frame.evaluate('goTo(location.href.replace("/facturation", "/agenda"))')
  await expect.poll(() => frame.evaluate('location.pathname + document.body.id')).toBe('/agenda')
  await expect(launchersIn(frame)).toHaveCount(1)
  await launchersIn(frame).click()
  await expect(frame.getByRole('dialog', { name: 'Aide' })).toBeVisible()
  await frame.evaluate('history.back()')
  await expect.poll(() => frame.evaluate('location.pathname')).toBe('/facturation')
  await expect(frame.getByLabel('Montant')).toBeVisible()
  // What the person has opened comes along too.
  await expect(frame.getByRole('dialog', { name: 'Aide' })).toBeVisible()
  await frame.getByRole('dialog', { name: 'Aide' }).press('Escape')
  await expect(launchersIn(frame)).toHaveCount(1)
  await expect(frame.locator('fanal-help')).toHaveCount(1)
  // Not loaded anew: what the page noted is still there.
  expect(await frame.evaluate('notes.visits')).toBe(1)
}

/** What `<ClientRouter>` of Astro does at a visit, in its order: attributes of the root, head, body, then the scripts that are new. */
const clientRouter = `{
  const ran = new Set([...document.scripts].map((one) => one.outerHTML))
  document.addEventListener('DOMContentLoaded', () => { for (const one of document.scripts) ran.add(one.outerHTML) })
  const swap = (next) => {
    const { documentElement: root, head, body } = document
    for (const { name } of [...root.attributes]) root.removeAttribute(name)
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
    const wanted = [...next.head.children]
    for (const old of [...head.children]) {
      const same = wanted.findIndex((one) => one.outerHTML === old.outerHTML)
      if (same < 0) old.remove()
      else wanted.splice(same, 1)
    }
    head.append(...wanted)
    body.replaceWith(document.adoptNode(next.body))
    for (const old of [...document.scripts]) {
      if (ran.has(old.outerHTML)) continue
      ran.add(old.outerHTML)
      const again = document.createElement('script')
      for (const { name, value } of old.attributes) again.setAttribute(name, value)
      again.text = old.text
      old.replaceWith(again)
    }
  }
  const show = async (address) => {
    const html = await (await fetch(address)).text()
    await document.startViewTransition(() => swap(new DOMParser().parseFromString(html, 'text/html'))).finished
  }
  window.goTo = async (address) => {
    history.pushState({}, '', address)
    await show(address)
  }
  addEventListener('popstate', () => show(location.href))
}`

/** Turbo marks the root while a visit is under way, that to a fragment too. */
const settle = (frame: Frame) => expect(frame.locator('html')).not.toHaveAttribute('aria-busy')

const turbo = `${library('turbo')}${script('window.goTo = (address) => Turbo.visit(address)')}`

export const pagesByLibrary: HostPage[] = [
  { name: 'zone.js of Angular', head: library('zone'), books: /^__zone_symbol__/, checksSignals: true },
  { name: 'the core of MooTools', head: library('mootools'), checksSignals: true },
  {
    name: 'RequireJS',
    head: `${library('require')}${script('define("page", [], () => "there")')}`,
    checksSignals: true,
    arrive: async (frame) => {
      expect(await frame.evaluate('new Promise((resolve) => require(["page"], resolve))')).toBe('there')
    },
  },
  {
    name: 'Turbo, which swaps the body at every visit',
    head: turbo,
    checksSignals: true,
    arrive: visit,
    leave: settle,
  },
  {
    name: 'Turbo with view transitions and morphing',
    head: `<meta name="view-transition" content="same-origin"><meta name="turbo-refresh-method" content="morph">${turbo}`,
    async arrive(frame) {
      await visit(frame)
      await frame.evaluate('Turbo.visit(location.href, { action: "replace" })')
      await settle(frame)
      await expect(launchersIn(frame)).toHaveCount(1)
    },
    leave: settle,
  },
  { name: 'the view transitions of Astro', head: script(clientRouter), checksSignals: true, arrive: visit },
]
