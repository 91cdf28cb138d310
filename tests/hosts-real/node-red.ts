/** Node-RED, an editor of flows: jQuery UI, hotkeys on the whole document (Delete takes out what is selected), a WebSocket. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Application, account } from './application.ts'
import { installFromNpm } from './install-from-npm.ts'
import { serve } from './run-program.ts'

const flows = [
  { id: 'tab', type: 'tab', label: 'Cabinet' },
  { id: 'note', type: 'comment', z: 'tab', name: 'Cabinet des Lilas', info: '', x: 300, y: 200, wires: [] },
]

export const nodeRed: Application = {
  name: 'Node-RED',
  install: (folder) => installFromNpm(folder, 'node-red', '^5.0.0'),
  async start({ folder, data, port }) {
    const { hashSync } = createRequire(join(folder, 'node_modules', 'node-red', 'package.json'))('bcryptjs') as {
      hashSync(password: string, rounds: number): string
    }
    const users = [{ username: account.name, password: hashSync(account.password, 4), permissions: '*' }]
    const settings = {
      uiHost: '127.0.0.1',
      uiPort: port,
      userDir: data,
      flowFile: 'flows.json',
      adminAuth: { type: 'credentials', users },
      telemetry: { enabled: false },
      editorTheme: { tours: false },
      logging: { console: { level: 'warn' } },
    }
    writeFileSync(join(data, 'flows.json'), JSON.stringify(flows))
    const file = join(data, 'settings.cjs')
    writeFileSync(file, `module.exports = ${JSON.stringify(settings)}`)
    return serve(process.execPath, [join(folder, 'node_modules', 'node-red', 'red.js'), '-s', file], {
      cwd: data,
      port,
    })
  },
  async enter(page, origin) {
    await page.goto(origin)
    await page.locator('#node-dialog-login-username').fill(account.name)
    await page.locator('#node-dialog-login-password').fill(account.password)
    await page.locator('#node-dialog-login-submit').click()
    await expect(page.locator('.red-ui-flow-node').first()).toBeVisible()
  },
  async use(page) {
    const node = page.locator('.red-ui-flow-node').first()
    // Still there: no Delete of ours has reached it.
    await expect(node).toBeVisible()
    await page.locator('#red-ui-workspace-chart').click({ position: { x: 120, y: 300 } })
    await page.keyboard.press('Control+f')
    const search = page.locator('.red-ui-search input').first()
    await expect(search).toBeVisible()
    await search.pressSequentially('Lilas')
    await expect(page.locator('.red-ui-search-results-container')).toContainText('Cabinet des Lilas')
    await page.keyboard.press('Escape')
    await expect(search).toBeHidden()
    await node.click()
  },
  checked:
    'sign-in, Ctrl F and a search by keyboard; a node that stays selected is not deleted by a Delete in the help',
  step: { css: '#red-ui-header-button-deploy', role: 'button', name: 'Deploy' },
}
