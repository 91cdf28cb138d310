/** Elements of the host that Fanal works with: its own launcher, its container, marked controls. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createHelp } from '../index.ts'
import { type FakeServer, startFakeServer } from '../testing/fake-server.ts'
import type { Help, InitOptions } from '../types.ts'

let server: FakeServer
let help: Help
const start = (options: Partial<InitOptions> = {}) => {
  help = createHelp({ key: server.key, host: server.host, locale: 'fr', ...options })
}
const dialog = () => page.getByRole('dialog', { name: 'Aide' })

beforeEach(() => {
  server = startFakeServer()
})
afterEach(() => {
  help?.destroy()
  server.close()
  document.body.replaceChildren()
})

describe('own parts of the host', () => {
  it('its element as the launcher: opens, says whether open, gets the focus back, and is left alone', async () => {
    const button = Object.assign(document.createElement('button'), { textContent: 'Besoin d’aide ?' })
    document.body.append(button)
    start({ launcher: button })
    await userEvent.click(button)
    await expect.element(dialog()).toBeVisible()
    expect(page.getByRole('button', { name: 'Aide', exact: true }).query()).toBeNull()
    expect(button).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(button)
    await userEvent.click(button)
    await expect.element(dialog()).toBeVisible()
    help.destroy()
    expect(button.outerHTML).toBe('<button>Besoin d’aide ?</button>')
  })

  it('no launcher for false', async () => {
    start({ launcher: false })
    await help.info()
    expect(page.getByRole('button', { name: 'Aide', exact: true }).query()).toBeNull()
  })

  it('a marked button in a form does not send it', async () => {
    const form = document.createElement('form')
    const sent = vi.fn((event: Event) => event.preventDefault())
    form.addEventListener('submit', sent)
    const button = Object.assign(document.createElement('button'), { textContent: 'Comment faire ?' })
    button.dataset.fanalOpen = ''
    form.append(button)
    document.body.append(form)
    start()
    await userEvent.click(button)
    await expect.element(dialog()).toBeVisible()
    expect(sent).not.toHaveBeenCalled()
  })
})
