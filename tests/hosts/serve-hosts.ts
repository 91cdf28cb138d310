/** Serves the hostile pages on one port of this machine, and the help of the example practice to them. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@fanal/server'
import { repositoryRoot } from '../support/source-files.ts'
import { findFreePort } from '../support/start-practice.ts'
import { addressOf, type HostPage, renderHostPage } from './host-page.ts'

export interface Hosts {
  fanal: RunningServer
  /** Puts a page behind the address it is given; the widget takes it for /facturation. */
  add(page: HostPage): string
  /** origin of the pages */
  origin: string
  stop(): Promise<void>
}

/** The pages under a name such as visitors see; a browser that is to find it is told where it is. */
export const productionHost = 'app.example.com'

/** Real ones, as npm brings them. */
const libraries: Readonly<Record<string, string>> = {
  'mootools.js': 'mootools/lib/mootools-core-1.5.2-server.js',
  'require.js': 'requirejs/require.js',
  'turbo.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
  'zone.js': 'zone.js/bundles/zone.umd.js',
}

export async function serveHosts(): Promise<Hosts> {
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'fanal-hosts-'))
  const helpDir = join(folder, 'help')
  cpSync(join(repositoryRoot, 'examples', 'cabinet', 'help'), helpDir, { recursive: true })
  cpSync(
    join(repositoryRoot, 'tests', 'hosts', 'flow-of-the-journey.yaml'),
    join(helpDir, 'flows', 'flow-of-the-journey.yaml'),
  )
  const fanal = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    contentDirs: [helpDir],
    // A sandboxed frame has no origin to name.
    extraOrigins: [origin, origin.replace('127.0.0.1', productionHost), 'null'],
    logLevel: 'error',
  })
  const pages = new Map<string, HostPage>()
  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin)
    if (pathname === '/missing.js') return void response.writeHead(404).end('not here')
    if (pathname === '/broken.js') return void response.writeHead(500).end('broken')
    const library = libraries[pathname.replace('/libraries/', '')]
    if (library)
      return void response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(readFileSync(join(repositoryRoot, 'node_modules', library)))
    // The answer never ends: the connection goes with the page.
    if (pathname === '/hanging.js') return
    const page = pages.get(searchParams.get('host') ?? '')
    if (page) send(response, page, pathname, fanal.url)
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve))
  return {
    fanal,
    origin,
    add(page) {
      pages.set(page.name, page)
      const address = origin + addressOf(page)
      return page.sandbox ? address.replace('/facturation', '/frame') : address
    },
    async stop() {
      site.closeAllConnections()
      await new Promise((resolve) => site.close(resolve))
      await fanal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function send(response: ServerResponse, page: HostPage, pathname: string, fanal: string): void {
  response.setHeader('content-type', 'text/html')
  if (pathname === '/frame')
    response.end(
      `<!doctype html><title>Cadre</title><iframe name="host" sandbox="${page.sandbox}" width="900" height="700" src="${addressOf(page)}"></iframe>`,
    )
  else response.writeHead(200, page.headers?.(fanal)).end(renderHostPage(page, fanal))
}
