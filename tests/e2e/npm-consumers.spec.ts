/** The npm package in the hands of those who install it: bundled by Vite, bundled by webpack, and as plain ES modules. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import webpack from 'webpack'
import { openHelp } from '../support/practice-steps.ts'
import { repositoryRoot } from '../support/source-files.ts'
import { findFreePort, type Practice, startPractice } from '../support/start-practice.ts'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

let practice: Practice
let site: Server
let address: string
/** an application with the package in its node_modules */
let app: string

test.beforeAll(async () => {
  const port = await findFreePort()
  address = `http://127.0.0.1:${port}`
  practice = await startPractice({ origin: address })
  app = mkdtempSync(join(tmpdir(), 'fanal-consumer-'))
  installPackage()
  const start = `createHelp({ key: 'pk_medicab', host: '${practice.server.url}', locale: 'fr' })`
  writeFileSync(join(app, 'main.js'), `import { createHelp } from '@fanal/sdk'\n${start}\n`)
  writeFileSync(
    join(app, 'unused.js'),
    "import { createHelp } from '@fanal/sdk'\nconsole.log('nothing of it is used')\n",
  )
  site = createServer((request, response) => {
    const path = new URL(request.url ?? '/', address).pathname
    const file = join(app, path.endsWith('/') ? `${path}index.html` : path)
    try {
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve))
})

test.afterAll(async () => {
  site?.close()
  await practice?.stop()
  rmSync(app, { recursive: true, force: true })
})

/** What npm would unpack, and nothing more. */
function installPackage(): void {
  const dist = join(repositoryRoot, 'packages', 'sdk', 'dist')
  const into = join(app, 'node_modules', '@fanal', 'sdk')
  mkdirSync(into, { recursive: true })
  const { files } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8')) as { files: string[] }
  for (const name of ['package.json', ...files]) cpSync(join(dist, name), join(into, name), { recursive: true })
}

function writePage(folder: string, head: string): void {
  mkdirSync(join(app, folder), { recursive: true })
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Facturation</title>${head}<h1>Facturation</h1></html>`
  writeFileSync(join(app, folder, 'index.html'), page)
}

async function buildWithVite(entry: string, folder: string): Promise<void> {
  await build({
    root: app,
    configFile: false,
    logLevel: 'error',
    base: `/${folder}/`,
    build: { outDir: folder, rolldownOptions: { input: join(app, entry), output: { entryFileNames: 'main.js' } } },
  })
}

async function buildWithWebpack(): Promise<void> {
  const bundler = webpack({
    mode: 'production',
    context: app,
    entry: './main.js',
    output: { path: join(app, 'webpack'), publicPath: '/webpack/', filename: 'main.js' },
  })
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    bundler?.run((problem, result) => (problem ? reject(problem) : resolve(result))),
  )
  expect(stats?.toJson({ errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] })
}

const consumers = [
  {
    name: 'Vite',
    async make() {
      await buildWithVite('main.js', 'vite')
      writePage('vite', '<script type="module" src="/vite/main.js"></script>')
      return '/vite/'
    },
  },
  {
    name: 'webpack',
    async make() {
      await buildWithWebpack()
      writePage('webpack', '<script defer src="/webpack/main.js"></script>')
      return '/webpack/'
    },
  },
  {
    name: 'plain ES modules',
    async make() {
      const map = { imports: { '@fanal/sdk': '/node_modules/@fanal/sdk/index.js' } }
      writePage(
        'plain',
        `<script type="importmap">${JSON.stringify(map)}</script><script type="module" src="/main.js"></script>`,
      )
      return '/plain/'
    },
  },
]

for (const { name, make } of consumers) {
  test(`works from npm with ${name}: the chunks come from the application itself, when they are needed`, async ({
    page,
  }) => {
    const path = await make()
    const faults: string[] = []
    const scripts: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).origin))
    await page.goto(address + path)
    await page.getByRole('button', { name: 'Aide', exact: true }).waitFor()
    const before = scripts.length
    const panel = await openHelp(page)
    await panel.getByRole('searchbox').fill('imprimante')
    await expect(panel.getByRole('listitem').first()).toBeVisible()
    await panel.getByRole('listitem').first().getByRole('button').first().click()
    await expect(panel.getByRole('group', { name: 'Cet article vous a-t-il été utile ?' })).toBeVisible()
    expect(scripts.length).toBeGreaterThan(before)
    expect(new Set(scripts)).toEqual(new Set([address]))
    expect(faults).toEqual([])
  })
}

test('imported and not used it leaves nothing in a bundle, and on a server it does nothing', async () => {
  await buildWithVite('unused.js', 'unused')
  expect(readFileSync(join(app, 'unused', 'main.js'), 'utf8').trim()).toBe('console.log(`nothing of it is used`);')
  const script =
    "const { createHelp } = await import('@fanal/sdk'); const help = createHelp({ key: 'pk_demo' }); help.open(); help.on('ready', () => {})(); help.destroy(); console.log('still here')"
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: app,
    encoding: 'utf8',
  })
  expect({ stdout, stderr }).toEqual({ stdout: 'still here\n', stderr: '' })
})
