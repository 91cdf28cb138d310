/** TiddlyWiki, a notebook in one page: its own DOM library, hotkeys, drafts, a page that is never reloaded. */
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Application } from './application.ts'
import { installFromNpm } from './install-from-npm.ts'
import { runToTheEnd, serve } from './run-program.ts'

export const tiddlywiki: Application = {
  name: 'TiddlyWiki',
  install: (folder) => installFromNpm(folder, 'tiddlywiki', '^5.3.0'),
  async start({ folder, data, port }) {
    const program = join(folder, 'node_modules', 'tiddlywiki', 'tiddlywiki.js')
    const wiki = join(data, 'wiki')
    await runToTheEnd(process.execPath, [program, wiki, '--init', 'server'], data)
    return serve(process.execPath, [program, wiki, '--listen', `port=${port}`, 'host=127.0.0.1'], { cwd: data, port })
  },
  async enter(page, origin) {
    await page.goto(origin)
    await expect(page.locator('.tc-site-title')).toBeVisible()
  },
  async use(page) {
    const drafts = page.locator('.tc-tiddler-edit-frame')
    await page.locator('button.tc-btn-\\%24\\%3A\\%2Fcore\\%2Fui\\%2FButtons\\%2Fnew-tiddler').first().click()
    await expect(drafts).toHaveCount(1)
    const title = drafts.locator('input.tc-titlebar')
    await title.fill(`Note ${Date.now()}`)
    await page.keyboard.press('Control+Enter')
    await expect(drafts).toHaveCount(0)
    const search = page.locator('.tc-search input[type=search]').first()
    await search.fill('Note')
    await expect(page.locator('.tc-search-drop-down, .tc-block-dropdown').first()).toBeVisible()
    await search.fill('')
  },
  checked: 'a new note saved by Ctrl Enter, search with a list',
  step: { css: '.tc-search button', role: 'button', name: 'advanced search' },
}
