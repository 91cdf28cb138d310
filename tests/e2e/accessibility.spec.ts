/**
 * Every view and state of the widget, in both languages, light, dark and forced colours: nothing for axe, targets of 24 px, focus that is
 * seen. Each state is reached once per language.
 */
import { expect, type Page, test } from '@playwright/test'
import { findBarriers } from '../support/check-controls.ts'
import { type Practice, startPractice } from '../support/start-practice.ts'
import { openDesk } from '../support/visits/desk.ts'
import { visits } from '../support/visits/visits.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})
test.afterAll(() => practice?.stop())

const schemes: Record<string, Parameters<Page['emulateMedia']>[0]> = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
}

for (const locale of ['fr', 'en'] as const)
  for (const { name, launcher, states } of visits)
    test(`${locale}, ${name}: no barrier in any state`, async ({ page }) => {
      const desk = await openDesk(page, practice, locale, launcher)
      const found: string[] = []
      for (const state of states) {
        await test.step(state.name, () => state.reach(desk))
        for (const [scheme, media] of Object.entries(schemes)) {
          await page.emulateMedia(media)
          const barriers = await findBarriers(page, scheme === 'light' ? undefined : 'colours')
          found.push(...barriers.map((barrier) => `${state.name}, ${scheme}: ${barrier}`))
        }
        await page.emulateMedia(schemes.light)
      }
      expect(found).toEqual([])
    })
