/** Serves each scenario's page with one subject on it, the peers' files compressed as ours are, and our flows from a real server. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { startServer } from '@fanal/server'
import { repositoryRoot } from '../../support/source-files.ts'
import { findFreePort } from '../../support/start-practice.ts'
import type { Scenario } from './scenario.ts'
import type { Subject } from './subjects.ts'
import { toFlow } from './tour.ts'

export interface Pages {
  addressOf(scenario: Scenario, subject: Subject): string
  stop(): Promise<void>
}

/** As npm brings them; both are minified. */
const peers: Readonly<Record<string, { path: string; type: string }>> = {
  '/peers/driver.js': { path: 'driver.js/dist/driver.js.iife.js', type: 'text/javascript' },
  '/peers/driver.css': { path: 'driver.js/dist/driver.css', type: 'text/css' },
  '/peers/shepherd.js': { path: 'shepherd.js/dist/js/shepherd.mjs', type: 'text/javascript' },
  '/peers/shepherd.css': { path: 'shepherd.js/dist/css/shepherd.css', type: 'text/css' },
}

const pageStyle = `body { font: 16px/1.5 sans-serif; margin: 24px } main :is(a, button, input):not([hidden]) { display: inline-block; padding: 12px 16px } .loin { height: 120px }
  #liste { height: 300px; overflow: auto; border: 1px solid } .tordu { transform: translateX(120px); overflow: hidden; position: relative; z-index: 1; width: 200px }
  .dessus { position: fixed; inset: auto 0 0; height: 60px; background: #ddd; z-index: 99999 }`

export async function servePages(scenarios: readonly Scenario[]): Promise<Pages> {
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'fanal-bench-flows-'))
  mkdirSync(join(folder, 'help', 'flows'), { recursive: true })
  writeFileSync(join(folder, 'help', 'fanal.yaml'), 'project: bench\nlocales: [fr]\nkeys: { public: pk_bench }\n')
  // JSON is YAML as well
  for (const { id, steps } of scenarios)
    writeFileSync(join(folder, 'help', 'flows', `${id}.yaml`), JSON.stringify(toFlow(id, steps)))
  const fanal = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    contentDirs: [join(folder, 'help')],
    extraOrigins: [origin],
    logLevel: 'error',
  })
  /** what is on the pages now: one visit at a time */
  let current: { scenario: Scenario; subject: Subject } | null = null
  const site = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    const send = (type: string, body: string | Buffer) => {
      const packed = brotliCompressSync(body)
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'content-encoding': 'br',
        'content-length': packed.length,
        ...(type === 'text/html' &&
          current?.scenario.policy && {
            'content-security-policy': current.scenario.policy.replaceAll('{fanal}', fanal.url),
          }),
      })
      response.end(packed)
    }
    const peer = peers[pathname]
    if (peer) return send(peer.type, readFileSync(join(repositoryRoot, 'node_modules', peer.path)))
    if (pathname === '/page.css') return send('text/css', pageStyle)
    if (pathname === '/frame')
      return send('text/html', '<!doctype html><p>Dans le cadre</p><button id="lire">Lire</button>')
    const { scenario, subject } = current ?? {}
    if (!scenario || !subject) return void response.writeHead(204).end()
    if (pathname === '/tour.js') return send('text/javascript', subject.script(scenario.steps))
    if (pathname === '/page.js') return send('text/javascript', scenario.script ?? '')
    const body = pathname === `/s/${scenario.id}` ? scenario.body : scenario.pages?.[pathname]
    if (body === undefined) return void response.writeHead(204).end()
    send('text/html', pageOf(scenario, body, subject.head(fanal.url)))
  })
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve))
  return {
    addressOf(scenario, subject) {
      current = { scenario, subject }
      return `${origin}/s/${scenario.id}`
    },
    async stop() {
      site.closeAllConnections()
      await new Promise((resolve) => site.close(resolve))
      await fanal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function pageOf({ id, html }: Scenario, body: string, head: string): string {
  return `<!doctype html>${html ?? '<html lang="fr">'}<head><meta charset="utf-8"><title>Banc d’essai</title>
    <link rel="stylesheet" href="/page.css">${head}</head>
    <body><header><button id="visite" data-fanal-flow="${id}">Visite guidée</button></header><main>${body}</main>
    <script src="/page.js"></script></body></html>`
}
