/** The widget in Firefox and WebKit in the example practice: suggestions follow the route, a flow points at the page, pictures are taken. */
import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type Practice, startPractice } from '../support/start-practice.ts'
import type { DrivenBrowser } from './driven-browser.ts'
import { inEachBrowser } from './each-browser.ts'
import { box, launcher, panel, suggested } from './journey.ts'
import type { PageReader } from './page-reader.ts'

let practice: Practice

test.beforeAll(async () => {
  practice = await startPractice()
})
test.afterAll(() => practice?.stop())

const firstSuggestion = async (page: PageReader) =>
  (await page.find({ role: 'listitem', within: suggested }))[0]?.text ?? ''

const takePicture = async (browser: DrivenBrowser, name: string) =>
  writeFileSync(test.info().outputPath(`${name}.png`), await browser.screenshot())

inEachBrowser((sitDown) => {
  test('suggestions follow the route without a reload', async () => {
    const { browser, page } = await sitDown()
    await browser.goto(`${practice.app}/facturation`)
    await page.click(launcher)
    await expect.poll(() => firstSuggestion(page)).not.toBe('')
    const before = await firstSuggestion(page)
    await takePicture(browser, 'home')
    await page.click({ role: 'link', name: 'Ordonnances' })
    await expect.poll(() => browser.evaluate('location.pathname')).toBe('/ordonnances')
    await expect.poll(() => firstSuggestion(page)).not.toBe(before)
    expect(await browser.takeErrors()).toEqual([])
  })

  test('the panel is used without a mouse', async () => {
    const { browser, page } = await sitDown()
    await browser.goto(`${practice.app}/facturation`)
    await page.click(launcher)
    await expect.poll(async () => (await page.see(box)).focused).toBe(true)
    await browser.type('imprimante')
    await expect.poll(async () => (await page.find({ role: 'listitem', within: panel }))[0]?.text).toContain('imprim')
    await browser.press('ArrowDown')
    const first = { role: 'button', within: { role: 'listitem', within: panel } }
    await expect.poll(async () => (await page.find(first))[0]?.focused).toBe(true)
    await browser.press('Enter')
    await expect
      .poll(async () => (await page.find({ role: 'heading', within: panel })).some(({ focused }) => focused))
      .toBe(true)
    await takePicture(browser, 'article')
    await browser.press('Escape')
    await page.miss(panel)
    await expect.poll(async () => (await page.see(launcher)).focused).toBe(true)
    expect(await browser.takeErrors()).toEqual([])
  })

  test('a flow points at the page and follows what is pressed there', async () => {
    const { browser, page } = await sitDown()
    await browser.goto(`${practice.app}/ordonnances`)
    await page.click(launcher)
    await expect.poll(async () => (await page.see(box)).focused).toBe(true)
    await browser.type("mon ordonnance ne s'imprime pas")
    await page.click({ role: 'button', name: 'Votre ordonnance ne s’imprime pas', within: panel })
    await page.click({ role: 'button', name: 'Démarrer le guide', within: panel })
    await page.miss(panel)
    await page.see({ role: 'dialog', name: 'Ouvrez les paramètres' })
    await page.click({ role: 'link', name: 'Paramètres' })
    await page.see({ role: 'dialog', name: 'Ouvrez les imprimantes' })
    await takePicture(browser, 'flow')
    await page.click({ role: 'link', name: 'Imprimantes' })
    const light = { role: 'dialog', name: 'Regardez l’imprimante' }
    await page.click({ role: 'button', name: 'Quitter le guide', within: light })
    await page.miss(light)
    expect(await browser.takeErrors()).toEqual([])
  })

  test('a narrow window has room for the panel', async () => {
    const { browser, page } = await sitDown()
    await browser.resize(500, 800)
    await browser.goto(`${practice.app}/facturation`)
    await page.click(launcher)
    await page.see({ role: 'listitem', within: suggested })
    await takePicture(browser, 'narrow')
    const { x, y, width, height } = await page.see(panel)
    const [left, top] = [x - width / 2, y - height / 2]
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    const [room, depth] = await browser.evaluate<[number, number]>('[innerWidth, innerHeight]')
    expect(left + width).toBeLessThanOrEqual(room)
    expect(top + height).toBeLessThanOrEqual(depth)
  })
})
