/** Verdaccio, a registry for packages: a React application with Material UI, whose dialogs trap the focus. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Application, account } from './application.ts'
import { installFromNpm } from './install-from-npm.ts'
import { serve } from './run-program.ts'

export const verdaccio: Application = {
  name: 'Verdaccio',
  // The tag `cjs` that it asks for is not on every mirror.
  install: (folder) => installFromNpm(folder, 'verdaccio', '^6.10.0', { 'node-fetch': '2.6.7' }),
  async start({ folder, data, port, origin }) {
    const settings = join(data, 'config.yaml')
    writeFileSync(
      settings,
      `storage: ./storage
auth: { htpasswd: { file: ./htpasswd } }
packages: { '**': { access: $all, publish: $authenticated } }
web: { title: Verdaccio }
log: { type: stdout, format: pretty, level: warn }
`,
    )
    const program = join(folder, 'node_modules', 'verdaccio', 'bin', 'verdaccio')
    const served = await serve(process.execPath, [program, '--config', settings, '--listen', `127.0.0.1:${port}`], {
      cwd: data,
      port,
      env: { VERDACCIO_PUBLIC_URL: origin },
    })
    await fetch(`http://127.0.0.1:${port}/-/user/org.couchdb.user:${account.name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: account.name, password: account.password }),
    })
    return served
  },
  async enter(page, origin) {
    await page.goto(origin)
    await page.getByRole('button', { name: /login/i }).click()
    const dialog = page.getByRole('dialog').filter({ hasText: /username/i })
    await dialog.locator('input').first().fill(account.name)
    await dialog.locator('input').nth(1).fill(account.password)
    await dialog.locator('button[type=submit]').click()
    await expect(dialog).toBeHidden()
  },
  async use(page) {
    const search = page.getByPlaceholder(/search packages/i)
    await search.fill('nothing-of-this-name')
    await expect(search).toHaveValue('nothing-of-this-name')
    await search.fill('')
    await page.locator('#header--button-settings, [data-testid="header--tooltip-settings"]').first().click()
    const settings = page.getByRole('dialog')
    await expect(settings).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(settings).toBeHidden()
  },
  checked: 'sign-in in a dialog with a focus trap, search field, settings dialog closed by Escape',
  step: { css: '[data-testid="header--tooltip-settings"]', role: 'button', name: 'Settings' },
}
