/** DokuWiki, pages from a server with jQuery: forms, access keys, a warning before an unsaved page is left. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect } from '@playwright/test'
import { type Application, account, CannotInstall } from './application.ts'
import { runToTheEnd, serve } from './run-program.ts'

const packages = ['dokuwiki', 'php-geshi', 'php-phpseclib', 'php-random-compat', 'libphp-simplepie']
const scripts = ['libjs-jquery', 'libjs-jquery-cookie', 'libjs-jquery-ui']
const php = '/usr/bin/php'

/** Debian's package speaks of places on the machine: they are moved to where it was unpacked. */
function moveTo(root: string): void {
  const moved =
    /(?<=['"])(?=\/(?:usr\/share\/(?:dokuwiki|php|php-geshi|javascript)|var\/lib\/dokuwiki|etc\/dokuwiki)\b)/g
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isSymbolicLink()) {
      const target = readlinkSync(path)
      if (!target.startsWith('/')) continue
      rmSync(path)
      symlinkSync(relative(dirname(path), root + target), path)
    } else if (entry.name.endsWith('.php')) {
      const text = readFileSync(path, 'latin1')
      const changed = text.replace(moved, root)
      if (changed !== text) writeFileSync(path, changed, 'latin1')
    }
  }
}

const readVersion = (root: string) => readFileSync(join(root, 'usr/share/dokuwiki/VERSION'), 'utf8').trim()

export const dokuwiki: Application = {
  name: 'DokuWiki',
  async install(folder) {
    if (!existsSync(php)) throw new CannotInstall('PHP is not installed: apt-get install php-cli php-xml')
    if (!existsSync('/usr/bin/dpkg-deb')) throw new CannotInstall('it comes from Debian, and this is another system')
    const unpacked = join(folder, 'unpacked')
    if (existsSync(unpacked)) return readVersion(unpacked)
    mkdirSync(folder, { recursive: true })
    await runToTheEnd('apt-get', ['download', ...packages, ...scripts], folder)
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb')))
      await runToTheEnd('dpkg-deb', ['-x', file, 'unpacking'], folder)
    await runToTheEnd('mv', ['unpacking', 'unpacked'], folder)
    return readVersion(unpacked)
  },
  async start({ folder, data, port }) {
    const root = join(data, 'root')
    cpSync(join(folder, 'unpacked'), root, { recursive: true, verbatimSymlinks: true })
    moveTo(root)
    const settings = join(root, 'etc/dokuwiki')
    const lines = ['title = "Cabinet des Lilas"', 'useacl = 1', 'superuser = "@admin"', 'updatecheck = 0']
    writeFileSync(
      join(settings, 'local.php'),
      `<?php\n${lines.map((line) => `$conf['${line.replace(' =', "'] =")};`).join('\n')}\n`,
    )
    const access = join(root, 'var/lib/dokuwiki/acl')
    writeFileSync(join(access, 'acl.auth.php'), '*\t@ALL\t8\n')
    const hash = join(data, 'hash.php')
    writeFileSync(
      hash,
      `<?php file_put_contents($argv[1], "${account.name}:" . password_hash("${account.password}", PASSWORD_BCRYPT) . ":Claire Aubry:aubry@cabinet.example:admin,user\\n");`,
    )
    await runToTheEnd(php, [hash, join(access, 'users.auth.php')], data)
    const site = join(root, 'usr/share/dokuwiki')
    const include = `${join(root, 'usr/share/php')}:${site}`
    return serve(
      php,
      ['-d', `include_path=${include}`, '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', site],
      {
        cwd: site,
        port,
      },
    )
  },
  async enter(page, origin) {
    await page.goto(`${origin}/doku.php?id=start&do=login`)
    await page.locator('#dw__login input[name=u]').fill(account.name)
    await page.locator('#dw__login input[name=p]').fill(account.password)
    await page.locator('#dw__login button[type=submit]').click()
    await expect(page.locator('.action.logout').first()).toBeVisible()
  },
  async use(page) {
    await page.locator('a[href*="do=edit"]').first().click()
    const text = page.locator('#wiki__text')
    await text.fill('====== Accueil ======\nBienvenue au cabinet.\n')
    await page.locator('#edbtn__save').click()
    await expect(page.locator('.dokuwiki h1').last()).toBeVisible()
    const search = page.locator('#qsearch__in')
    await search.fill('cabinet')
    await search.press('Enter')
    await expect(page).toHaveURL(/[?&]do=search/)
    await page.goBack()
    await expect(page.locator('.dokuwiki h1').last()).toBeVisible()
  },
  checked: 'sign-in, a page written and saved, a search sent by Enter, the way back (each a full reload)',
  // Every page of it is /doku.php with a query, and queries never leave.
  page: '/facturation',
  step: { css: '#qsearch__in', role: 'searchbox', name: 'Search' },
}
