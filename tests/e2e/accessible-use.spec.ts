/**
 * The widget used without a mouse, by ear, enlarged, with other spacing, without motion, in a page that reads from right to left: what no
 * rule of a checker can tell.
 * Source: WCAG 2.2; the names are those of docs/embed.md#what-people-and-tests-find
 */
import { expect, type Page, test } from '@playwright/test'
import { type Practice, startPractice } from '../support/start-practice.ts'
import { type Desk, openDesk, type WidgetLocale } from '../support/visits/desk.ts'
import { findLost, startFlow, throughTheViews } from '../support/visits/walk-through.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})
test.afterAll(() => practice?.stop())

const names = {
  fr: {
    launcher: 'Aide',
    home: `
      - dialog "Aide":
        - button "Agrandir en panneau latéral"
        - button "Fermer"
        - search:
          - searchbox "Rechercher dans l'aide"
        - region "Articles suggérés pour cette page":
          - list:
            - listitem:
              - button "Corriger une feuille rejetée (erreur B2-043)"
        - button "Contacter le support"`,
    article: `
      - dialog "Aide":
        - article:
          - heading "Comprendre les voyants de l’imprimante" [level=2]
          - group "Cet article vous a-t-il été utile ?":
            - button "Oui"
            - button "Non"
        - button "Contacter le support"`,
    none: /^Aucun résultat pour «\sqsdfgh\s»$/,
    flow: `
      - dialog "Allumez l’imprimante":
        - paragraph: /Étape \\d sur \\d/
        - button "Quitter le guide"
        - heading "Allumez l’imprimante" [level=2]
        - button "Retour"
        - button "Continuer"
        - button "Contacter le support"`,
  },
  en: {
    launcher: 'Help',
    home: `
      - dialog "Help":
        - button "Expand to a side panel"
        - button "Close"
        - search:
          - searchbox "Search help"
        - region "Suggested for this page":
          - list:
            - listitem:
              - button "Corriger une feuille rejetée (erreur B2-043)"
        - button "Contact support"`,
    article: `
      - dialog "Help":
        - article:
          - heading "Comprendre les voyants de l’imprimante" [level=2]
          - group "Was this article helpful?":
            - button "Yes"
            - button "No"
        - button "Contact support"`,
    none: /^No results for “qsdfgh”$/,
    flow: `
      - dialog "Allumez l’imprimante":
        - paragraph: /Step \\d of \\d/
        - button "Leave the guide"
        - heading "Allumez l’imprimante" [level=2]
        - button "Back"
        - button "Continue"
        - button "Contact support"`,
  },
}

for (const locale of ['fr', 'en'] as const)
  test(`${locale}: says names and roles as the contract has them`, async ({ page }) => {
    const desk = await openHelp(page, locale)
    const expected = names[locale]
    await expect(page.locator('fanal-help')).toMatchAriaSnapshot(expected.home)
    await desk.panel.getByRole('searchbox').fill('qsdfgh')
    await expect(desk.panel.getByRole('status', { name: expected.none })).toBeVisible()
    await desk.call('article', 'voyants-imprimante')
    await desk.panel.getByRole('article').waitFor()
    await expect(page.locator('fanal-help')).toMatchAriaSnapshot(expected.article)
    await desk.call('close')
    await startFlow(desk)
    await expect(page.locator('fanal-help')).toMatchAriaSnapshot(expected.flow)
  })

test('by key alone: in, through everything in the order it stands, out into the page, back, and closed', async ({
  page,
}) => {
  // What comes later than the rest would change the order while it is walked.
  await page.route('**/v1/suggestions**popular**', (route) => route.abort())
  const { panel, go } = await openDesk(page, practice, 'fr')
  await go('/facturation')
  const launcher = page.getByRole('button', { name: 'Aide', exact: true })
  await launcher.focus()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('searchbox')).toBeFocused()
  for (const last of ['Agrandir en panneau latéral', 'Ne plus afficher'])
    await panel.getByRole('button', { name: last }).waitFor()

  await test.step('Tab passes every control from top to bottom, and leaves', async () => {
    await panel.getByRole('button', { name: 'Agrandir en panneau latéral' }).focus()
    const passed: string[] = []
    for (let name: string | null = await focusedName(page); name !== null; name = await focusedName(page)) {
      passed.push(name)
      await page.keyboard.press('Tab')
      expect(passed.length).toBeLessThan(40)
    }
    const inOrder = await panel.evaluate((element) =>
      [...element.querySelectorAll('button, input')].map((one) => one.ariaLabel || one.textContent || ''),
    )
    expect(passed).toEqual(inOrder)
    await expect(panel).toBeVisible()
  })

  await test.step('F6 leads from the page into the panel and back', async () => {
    const field = page.getByLabel('Compte')
    await field.focus()
    await page.keyboard.press('F6')
    expect(await focusedName(page)).not.toBeNull()
    await page.keyboard.press('F6')
    await expect(field).toBeFocused()
    await page.keyboard.press('F6')
  })

  await test.step('Escape closes, and the focus is where it was', async () => {
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(launcher).toBeFocused()
  })
})

test('on a phone the page behind is out of the accessibility tree while the panel is open', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const desk = await openDesk(page, practice, 'fr')
  await desk.go('/facturation')
  const session = await context.newCDPSession(page)
  const readHeadings = async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    return nodes.flatMap(({ ignored, role, name }) =>
      !ignored && role?.value === 'heading' ? [String(name?.value)] : [],
    )
  }
  await expect.poll(readHeadings).toContain('Facturation')
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  await desk.panel.getByRole('listitem').first().waitFor()
  const headings = await readHeadings()
  expect(headings).toContain('Articles suggérés pour cette page')
  expect(headings).not.toContain('Facturation')
  await page.keyboard.press('Escape')
  await expect.poll(readHeadings).toContain('Facturation')
  await context.close()
})

test('enlarged to 400 %: nothing to scroll sideways, and every control can be brought into sight and pressed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 })
  const desk = await openDesk(page, practice, 'fr')
  await desk.go('/facturation')
  const found: string[] = []
  await throughTheViews(desk, async (view) => {
    found.push(...(await page.evaluate(findLost)).map((lost) => `${view}: ${lost}`))
  })
  expect(found).toEqual([])
})

test('other text spacing cuts nothing off and lays nothing over another', async ({ page }) => {
  const desk = await openHelp(page, 'fr')
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    )
    const root = document.querySelector('fanal-help')?.shadowRoot
    if (!root) throw new Error('there is no widget')
    // Chunks add their sheets; this one stays the last.
    setInterval(() => {
      if (root.adoptedStyleSheets.at(-1) !== sheet)
        root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== sheet), sheet]
    }, 20)
  })
  const found: string[] = []
  await throughTheViews(desk, async (view) => {
    found.push(...(await page.evaluate(findLost)).map((lost) => `${view}: ${lost}`))
  })
  expect(found).toEqual([])
})

test('says at most two things while twelve characters are typed', async ({ page }) => {
  const { panel } = await openHelp(page, 'fr')
  await page.evaluate(() => {
    const root = document.querySelector('fanal-help')?.shadowRoot
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver((changes) => {
      const regions = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(
            '[aria-live],[role=status],[role=alert]',
          ),
        ),
      )
      for (const region of regions)
        if (region?.textContent && region.ariaLive !== 'off') said.push(region.ariaLabel ?? region.textContent)
    }).observe(root ?? document, { subtree: true, childList: true, characterData: true })
  })
  await panel.getByRole('searchbox').pressSequentially('feuille reje', { delay: 130 })
  const readSaid = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  await expect.poll(readSaid, { timeout: 10_000 }).toEqual([expect.stringMatching(/^\d résultats$/)])
  expect((await readSaid()).length).toBeLessThanOrEqual(2)
})

test('moves nothing for who wants less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const desk = await openDesk(page, practice, 'fr')
  await desk.go('/facturation')
  const found: string[] = []
  await throughTheViews(desk, async (view) => {
    const moving = await page.evaluate(() => {
      const root = document.querySelector('fanal-help')?.shadowRoot
      return [...(root?.querySelectorAll('*') ?? [])].flatMap((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
        const longest = Math.max(
          ...[animationName === 'none' ? '0s' : animationDuration, transitionDuration]
            .join()
            .split(',')
            .map((value) => Number.parseFloat(value)),
        )
        return longest > 0.016 ? [`${element.localName}.${element.className} ${longest} s`] : []
      })
    })
    found.push(...moving.map((one) => `${view}: ${one}`))
  })
  expect(found).toEqual([])
})

test('in a page that reads from right to left it reads in its own direction, where it always stands', async ({
  page,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () =>
      Object.assign(document.documentElement, { dir: 'rtl', lang: 'ar' }),
    )
  })
  const desk = await openHelp(page, 'fr')
  const { panel } = desk
  expect(
    await panel.evaluate((element) => [getComputedStyle(element).direction, element.getAttribute('lang')]),
  ).toEqual(['ltr', 'fr'])
  const box = await panel.boundingBox()
  expect(Math.round((box?.x ?? 0) + (box?.width ?? 0))).toBe(1260)
  const launcher = await page.getByRole('button', { name: 'Aide', exact: true }).boundingBox()
  expect(Math.round((launcher?.x ?? 0) + (launcher?.width ?? 0))).toBe(1260)
  await startFlow(desk)
  const card = page.getByRole('dialog', { name: 'Allumez l’imprimante' })
  expect(await card.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
})

async function openHelp(page: Page, locale: WidgetLocale): Promise<Desk> {
  const desk = await openDesk(page, practice, locale)
  await desk.go('/facturation')
  await desk.call('open')
  await desk.panel.getByRole('listitem').first().waitFor()
  await desk.panel.getByRole('button', { name: /^(Agrandir|Expand)/ }).waitFor({ state: 'attached' })
  return desk
}

/** Name of the control of the widget that has the focus; null where the focus is elsewhere, the launcher included. */
function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.querySelector('fanal-help')?.shadowRoot?.activeElement
    return focused?.closest('.panel') ? focused.ariaLabel || focused.textContent : null
  })
}
