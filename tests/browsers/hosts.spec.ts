/** The widget in Firefox and WebKit, at home in anybody's page: the journey of tests/hosts on its hostile pages. */
import { expect, test } from '@playwright/test'
import type { HostPage, Notes } from '../hosts/host-page.ts'
import { pagesByScript } from '../hosts/pages-by-script.ts'
import { pagesByStructure } from '../hosts/pages-by-structure.ts'
import { pagesByStyle } from '../hosts/pages-by-style.ts'
import { type Hosts, serveHosts } from '../hosts/serve-hosts.ts'
import type { DrivenBrowser } from './driven-browser.ts'
import { inEachBrowser } from './each-browser.ts'
import { launcher, takeAStep, useTheHelp } from './journey.ts'
import type { PageReader } from './page-reader.ts'

/** Those that need nothing of Playwright: no emulation, no hook, no frame. */
const hosts = [...pagesByStyle, ...pagesByStructure, ...pagesByScript].filter(
  ({ prepare, arrive, leave, sandbox, earnedError }) => !(prepare || arrive || leave || sandbox || earnedError),
)

const modalHost: HostPage = {
  name: 'a modal dialog of its own',
  around: (content) => `<p>derrière</p><dialog>${content}</dialog>`,
}

let site: Hosts

test.beforeAll(async () => {
  site = await serveHosts()
})
test.afterAll(() => site?.stop())

inEachBrowser((sitDown) => {
  test('what goes wrong in a page is heard', async () => {
    const { browser } = await sitDown()
    await browser.goto(site.add({ name: 'errors' }))
    await browser.evaluate('void console.error("told")')
    await browser.evaluate('void setTimeout(() => { throw Error("thrown") })')
    const heard: string[] = []
    const listen = async () => {
      heard.push(...(await browser.takeErrors()))
      return ['told', 'thrown'].filter((word) => heard.some((line) => line.includes(word)))
    }
    await expect.poll(listen).toEqual(['told', 'thrown'])
  })

  for (const host of hosts)
    test(`at home in a page with ${host.name}`, async () => {
      const { browser, page } = await sitDown()
      await browser.goto(site.add(host))
      await page.see(launcher)
      await useTheHelp(browser, page)
      await takeAStep(browser, page)
      await useThePage(browser, page)
      await expectUntouched(browser, host)
    })

  test('usable inside a modal dialog of the page, and back out of it', async () => {
    const { browser, page } = await sitDown()
    await browser.goto(site.add(modalHost))
    await page.see(launcher)
    await browser.evaluate('document.querySelector("dialog").showModal()')
    await expect.poll(() => browser.evaluate('!!document.querySelector("dialog > fanal-help")')).toBe(true)
    await useTheHelp(browser, page)
    await takeAStep(browser, page)
    await useThePage(browser, page)
    await browser.evaluate('document.querySelector("dialog").close()')
    await expect.poll(() => browser.evaluate('!!document.querySelector("html > fanal-help")')).toBe(true)
    await expectUntouched(browser, modalHost)
  })
})

/** What the page itself is for. */
async function useThePage(browser: DrivenBrowser, page: PageReader): Promise<void> {
  await page.click({ role: 'textbox', name: 'Montant' })
  await browser.type('30')
  await browser.press('Enter')
  await expect.poll(() => browser.evaluate('notes.submits')).toBe(1)
  await page.click({ role: 'link', name: 'Voir plus bas' })
  await expect.poll(() => browser.evaluate('location.hash')).toBe('#plus-bas')
}

/** After `destroy` nothing tells that the widget was there, and nobody has complained. */
async function expectUntouched(browser: DrivenBrowser, host: HostPage): Promise<void> {
  await browser.evaluate('document[Symbol.for("fanal")]("destroy")')
  const left = await browser.evaluate<Notes & { added: string[]; after: string; nodes: string[] }>(`({
    ...notes,
    added: Object.getOwnPropertyNames(window).filter((name) => !notes.globals.includes(name)),
    after: [...document.documentElement.attributes].map((one) => one.name + '=' + one.value).join(),
    nodes: [...document.documentElement.children].map(({ localName }) => localName),
  })`)
  expect(left).toMatchObject({ faults: [], hotkeys: [], added: [], nodes: ['head', 'body'] })
  expect(left.after, host.name).toBe(left.attributes)
  expect(await browser.takeErrors()).toEqual([])
}
