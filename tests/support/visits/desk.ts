/** A browser in front of the example practice, whose widget speaks one language or the other, and what every visit does there. */
import type { Locator, Page, Route } from '@playwright/test'
import type { Practice } from '../start-practice.ts'

export type WidgetLocale = 'fr' | 'en'

export interface Desk {
  page: Page
  panel: Locator
  /** goes to a page of the app */
  go(path: string): Promise<void>
  /** calls a verb */
  call(...args: unknown[]): Promise<void>
}

export interface WidgetState {
  name: string
  reach(desk: Desk): Promise<void>
}

export interface Visit {
  name: string
  /** looks, over those of the project */
  launcher?: Record<string, unknown>
  states: WidgetState[]
}

/** Puts a browser in front of the app, whose widget speaks `locale`. */
export async function openDesk(page: Page, { app }: Practice, locale: WidgetLocale, launcher = {}): Promise<Desk> {
  await page.addInitScript(
    (options) => {
      // The page's own `init`, which comes second, changes nothing.
      const calls: unknown[] = [['init', options]]
      const queue = (...args: unknown[]) => void calls.push(args)
      Object.assign(window, { fanal: Object.assign(queue, { q: calls }) })
    },
    { key: 'pk_medicab', locale, launcher },
  )
  return {
    page,
    panel: page.getByRole('dialog', { name: /^(Aide|Help)$/ }),
    async go(path) {
      await page.goto(`${app}${path}`)
      await page.getByRole('button', { name: /^(Aide|Help)$/ }).waitFor()
    },
    call: (...args) => page.evaluate((given) => void window.fanal?.(...(given as [string])), args),
  }
}

export const button = (within: Page | Locator, name: RegExp) => within.getByRole('button', { name })
export const answerWith = (body: unknown) => (route: Route) =>
  route.fulfill({ json: body, headers: { 'access-control-allow-origin': '*' } })

export async function searchFor({ panel }: Desk, words: string): Promise<void> {
  await panel.getByRole('searchbox').fill(words)
  await panel.getByRole('searchbox').press('Enter')
}
