/** What is looked at in a page of somebody else's: its console, what lies under the launcher, what `destroy` leaves. */
import { expect, type Page } from '@playwright/test'

/** Addresses and numbers differ from one visit to the next. */
const settle = (message: string) =>
  message.replace(/https?:\/\/[^\s)]+/g, (url) => url.replace(/\?.*|:\d+/g, '')).trim()

/** @returns fills up as the page complains */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  const add = (message: string) => errors.push(settle(message))
  page.on('pageerror', (error) => add(error.message))
  page.on('console', (message) => message.type() === 'error' && add(`${message.text()} ${message.location().url}`))
  return errors
}

/** What can be pressed in the application and lies under the launcher, by its name or markup. */
export function coveredByLauncher(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const launcher = document.querySelector('fanal-help')?.shadowRoot?.querySelector('.launcher')
    if (!launcher) return ['no launcher']
    const { left, top, width, height } = launcher.getBoundingClientRect()
    const names = new Set<string>()
    for (const right of [0.1, 0.5, 0.9])
      for (const down of [0.1, 0.5, 0.9])
        for (const under of document.elementsFromPoint(left + width * right, top + height * down)) {
          const pressed = under.closest('a,button,input,select,textarea,[role=button],[role=tab],[tabindex="0"]')
          if (pressed && pressed.localName !== 'fanal-help')
            names.add(
              pressed.ariaLabel ||
                pressed.textContent?.trim().slice(0, 40) ||
                `<${pressed.localName} class="${pressed.className}">`,
            )
        }
    return [...names]
  })
}

/** @param snippet the page defined `fanal` itself: the name stays, and so does the way to a new `init` */
export async function expectNothingLeft(page: Page, snippet: boolean): Promise<void> {
  await page.evaluate('document[Symbol.for("fanal")]("destroy")')
  const left = await page.evaluate(() => ({
    elements: document.querySelectorAll('fanal-help,fanal-flow').length,
    globals: Object.getOwnPropertyNames(window).filter((name) => /fanal/i.test(name)),
    place: Symbol.for('fanal') in document,
    attributes: [...document.querySelectorAll('*')]
      .flatMap((element) => element.getAttributeNames())
      .filter((name) => /fanal/i.test(name)),
  }))
  expect(left).toEqual({ elements: 0, globals: snippet ? ['fanal'] : [], place: snippet, attributes: [] })
}
