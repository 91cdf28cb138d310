import { afterEach, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ModalHandle } from '../../chunks.ts'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import type { FakeWidget } from '../../ui/testing/fake-runtime.ts'
import { endWidgets, inWidget, startWidget } from '../../ui/testing/find-in-widget.ts'
import { openModal } from './open-modal.ts'

let modal: ModalHandle
afterEach(() => {
  modal?.destroy()
  endWidgets()
})

async function openPrinterArticle(options: Parameters<typeof startWidget>[0] = {}) {
  const widget = startWidget(options)
  modal = openModal(widget.runtime)
  await modal.article('imprimante', 'api')
  const find = inWidget(widget)
  const title = options.locale === 'en' ? 'My prescription does not print' : 'Mon ordonnance ne s’imprime pas'
  await find.findByRole('heading', { level: 2, name: title })
  return { widget, find }
}

const dialogOf = (widget: FakeWidget) => widget.runtime.root.querySelector<HTMLDialogElement>('dialog.modal')

it('shows the article in a modal dialog in the middle of the window, with a way to a person', async () => {
  const { widget, find } = await openPrinterArticle()
  const dialog = find.getByRole('dialog', { name: 'Aide' })
  expect(dialog).toBe(dialogOf(widget))
  expect(dialog.matches(':modal')).toBe(true)
  const { left, right } = dialog.getBoundingClientRect()
  expect(Math.abs(left - (window.innerWidth - right))).toBeLessThanOrEqual(1)
  expect(find.getByRole('group', { name: /utile/ })).toBeVisible()
  await userEvent.click(find.getByRole('button', { name: 'Contacter le support' }))
  expect(dialogOf(widget)).toBeNull()
  expect(await find.findByRole('textbox', { name: 'Sujet' })).toBeVisible()
})

it('takes the focus, keeps Tab inside, and gives it back to the page at Escape', async () => {
  const field = document.createElement('input')
  document.body.append(field)
  onTestFinished(() => field.remove())
  field.focus()
  const { widget } = await openPrinterArticle()
  expect(document.activeElement).toBe(widget.runtime.root.host)
  for (let step = 0; step < 40; step++) {
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).not.toBe(field)
  }
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => dialogOf(widget)).toBeNull()
  expect(document.activeElement).toBe(field)
})

it('follows links to other articles, and back', async () => {
  const { find } = await openPrinterArticle()
  expect(find.queryByRole('button', { name: 'Retour' })).toBeNull()
  find.getByRole('button', { name: 'la carte Vitale n’est pas lue' }).click()
  await find.findByRole('heading', { name: 'La carte Vitale n’est pas lue' })
  await userEvent.click(find.getByRole('button', { name: 'Retour' }))
  expect(await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })).toBeVisible()
})

it('closes for a guide, a click beside it, and log out', async () => {
  const { widget, find } = await openPrinterArticle()
  await userEvent.click(find.getByRole('button', { name: 'Démarrer le guide' }))
  expect(dialogOf(widget)).toBeNull()
  expect(widget.startedFlows).toHaveLength(1)
  await modal.article('imprimante', 'api')
  dialogOf(widget)?.click()
  expect(dialogOf(widget)).toBeNull()
  await modal.article('imprimante', 'api')
  widget.emit('reset')
  expect(dialogOf(widget)).toBeNull()
})

it('reports the article as opened, and leaves nothing behind', async () => {
  const { widget } = await openPrinterArticle()
  expect(widget.reported.map(({ name }) => name)).toContain('article_opened')
  modal.destroy()
  widget.panel.destroy()
  expect([...widget.runtime.root.children]).toEqual([widget.launcher])
})

it.each(['light', 'dark'] as const)('has nothing for axe to find, %s', async (theme) => {
  const { widget } = await openPrinterArticle({ theme })
  expect(await findViolations(widget.runtime.root.host)).toEqual([])
})
