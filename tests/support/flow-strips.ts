/**
 * Two guides of the example practice as strips of pictures, one frame for each step that shows something new: the printer that is switched
 * off on a wide screen, the patients of another software on a phone.
 */
import type { Browser, Page } from 'playwright'
import type { Practice } from './start-practice.ts'

interface Frame {
  caption: string
  png: Buffer
}

interface Strip {
  name: string
  viewport: { width: number; height: number }
  /** of each frame on the strip, px */
  frameWidth: number
  columns: number
  walk(page: Page, practice: Practice, frame: (title: string, caption: string) => Promise<void>): Promise<void>
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const strips: Strip[] = [
  {
    name: 'flow-printer',
    viewport: { width: 980, height: 640 },
    frameWidth: 440,
    columns: 3,
    async walk(page, { app }, frame) {
      await page.goto(`${app}/parametres/imprimantes`)
      await frame('', '1. Première visite : le guide se propose')
      await button(page, 'Commencer le guide').click()
      await frame('Regardez l’imprimante', '2. Un point de contrôle')
      await button(page, 'Non').click()
      await frame('Allumez l’imprimante', '3. « Non » : le guide mène à l’interrupteur')
      await page.getByRole('switch', { name: 'Imprimante allumée' }).click()
      await page.getByRole('dialog', { name: 'Choisissez l’imprimante' }).waitFor()
      await page.getByRole('combobox', { name: 'Imprimante', exact: true }).selectOption({ index: 2 })
      await frame('Choisissez le bac', '4. L’étape suivante, dès que c’est fait')
      await page.getByRole('combobox', { name: 'Bac à papier' }).selectOption({ index: 2 })
      await page.getByRole('dialog', { name: 'Imprimez une page de test' }).waitFor()
      await page.getByRole('switch', { name: 'Imprimante allumée' }).click()
      await button(page, 'Imprimer une page de test').click()
      await button(page, 'Vérifier à nouveau').waitFor()
      await frame('Imprimez une page de test', '5. Rien ne sort : ce qui manque, et le remède')
      await page.getByRole('switch', { name: 'Imprimante allumée' }).click()
      await button(page, 'Imprimer une page de test').click()
      await frame('Le problème est-il résolu ?', '6. Vérifié : l’imprimante est prête')
    },
  },
  {
    name: 'flow-import',
    viewport: { width: 360, height: 700 },
    frameWidth: 240,
    columns: 5,
    async walk(page, { app }, frame) {
      await page.goto(`${app}/import`)
      await frame('', '1. Le guide se propose')
      await button(page, 'Commencer le guide').click()
      await frame('Votre ancien logiciel', '2. Une question')
      await button(page, 'Oui').click()
      await page.getByLabel('Logiciel d’origine').selectOption('Axivio')
      await frame('Donnez le fichier', '3. Le fichier')
      const patients = 'Nom;Prénom;Date de naissance\nBrindacier;Léontine;14/03/1962\nAubépin;Ferdinand;31/02/1950\n'
      await page
        .getByLabel('Fichier des patients')
        .setInputFiles({ name: 'patients.csv', mimeType: 'text/csv', buffer: Buffer.from(patients) })
      await page.getByRole('dialog', { name: 'Relisez les colonnes' }).waitFor()
      await button(page, 'Oui').click()
      await frame('Importez', '4. L’import')
      await button(page, 'Importer 2 patients').click()
      await frame('Lisez le rapport', '5. Le rapport')
    },
  },
]

/** @param save takes one finished picture */
export async function takeFlowStrips(
  browser: Browser,
  practice: Practice,
  save: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  for (const strip of strips) {
    const frames = await walkThrough(browser, practice, strip)
    const gap = 16
    const width = strip.columns * strip.frameWidth + (strip.columns + 1) * gap
    const page = await browser.newPage({ viewport: { width, height: 400 } })
    await page.setContent(sheetOf(frames, strip, gap))
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height })
    await save(page, strip.name)
    await page.close()
  }
}

async function walkThrough(browser: Browser, practice: Practice, { viewport, walk }: Strip): Promise<Frame[]> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR', reducedMotion: 'reduce' })
  const page = await context.newPage()
  // nobody waits half a minute to see that no page comes out
  await page.route('**/v1/flows/**', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/"withinMs":30000/g, '"withinMs":3000'),
    })
  })
  const frames: Frame[] = []
  await walk(page, practice, async (title, caption) => {
    const shown =
      title === '' ? button(page, 'Commencer le guide') : page.getByRole('dialog', { name: title, exact: true })
    await shown.waitFor()
    // what points at the target follows it for a few frames
    await page.waitForTimeout(400)
    frames.push({ caption, png: await page.screenshot() })
  })
  await context.close()
  return frames
}

function sheetOf(frames: readonly Frame[], { columns, frameWidth }: Strip, gap: number): string {
  const figures = frames.map(
    ({ caption, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}" alt=""><figcaption>${caption}</figcaption></figure>`,
  )
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: ${gap}px; background: #fff; font: 500 14px/1.4 sans-serif; color: #1b2a2a }
    main { display: grid; grid-template-columns: repeat(${columns}, ${frameWidth}px); gap: ${gap}px }
    figure { margin: 0 } img { width: 100%; display: block; border: 1px solid #c9d2d2; border-radius: 6px; box-sizing: border-box }
    figcaption { padding-top: 6px }</style><main>${figures.join('')}</main>`
}
