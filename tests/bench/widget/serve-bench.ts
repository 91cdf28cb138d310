/** Serves the same page for every subject, the peers' files compressed as well as ours are, and our help from a real server. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { startServer } from '@fanal/server'
import { repositoryRoot } from '../../support/source-files.ts'
import { findFreePort } from '../../support/start-practice.ts'
import type { Subject } from './subjects.ts'

export interface Bench {
  addressOf(subject: Subject): string
  /** a page of the same site to go to and come back from */
  elsewhere: string
  stop(): Promise<void>
}

const fileOf = (path: string) => readFileSync(join(repositoryRoot, 'node_modules', path))

/** Five hits in DocSearch's own shape, as Algolia answers. */
const recordedAnswer = () => {
  const titles = [
    'Lire la carte Vitale',
    'Installer le lecteur',
    'Mettre à jour les droits',
    'Carte muette',
    'Carte périmée',
  ]
  const hits = titles.map((title, index) => {
    const hierarchy = { lvl0: 'Facturation', lvl1: title, lvl2: null, lvl3: null, lvl4: null, lvl5: null, lvl6: null }
    const marked = { value: title, matchLevel: 'none', matchedWords: [] }
    return {
      objectID: `${index}`,
      url: `/aide/${index}`,
      type: 'lvl1',
      content: null,
      hierarchy,
      _highlightResult: { hierarchy: { lvl0: { ...marked, value: 'Facturation' }, lvl1: marked } },
      _snippetResult: { hierarchy: { lvl1: marked } },
    }
  })
  return JSON.stringify({
    results: [{ index: 'medicab', hits, nbHits: hits.length, page: 0, nbPages: 1, query: '', params: '' }],
  })
}

export async function serveBench(): Promise<Bench> {
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const dataDir = mkdtempSync(join(tmpdir(), 'fanal-bench-'))
  const fanal = await startServer({
    port: 0,
    dataDir,
    contentDirs: [join(repositoryRoot, 'examples', 'cabinet', 'help')],
    extraOrigins: [origin],
    logLevel: 'error',
  })
  const script = 'text/javascript; charset=utf-8'
  const files = new Map<string, { type: string; body: Buffer }>()
  const add = (path: string, type: string, content: Buffer | string) =>
    files.set(path, { type, body: brotliCompressSync(content) })
  add('/peers/docsearch.js', script, fileOf('@docsearch/js/dist/umd/index.js'))
  add('/peers/docsearch.css', 'text/css', fileOf('@docsearch/css/dist/style.css'))
  add('/peers/driver.js', script, fileOf('driver.js/dist/driver.js.iife.js'))
  add('/peers/driver.css', 'text/css', fileOf('driver.js/dist/driver.css'))
  add('/peers/answer.json', 'application/json', recordedAnswer())
  add('/facturation', 'text/html; charset=utf-8', pageWith(''))

  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin)
    const file = files.get(searchParams.get('with') ?? pathname)
    if (!file) return void response.writeHead(204).end()
    response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'br', 'content-length': file.body.length })
    response.end(file.body)
  })
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve))
  return {
    addressOf(subject) {
      add(subject.name, 'text/html; charset=utf-8', pageWith(subject.tags(fanal.url)))
      return `${origin}/facturation?with=${encodeURIComponent(subject.name)}`
    },
    elsewhere: `${origin}/facturation`,
    async stop() {
      site.closeAllConnections()
      await new Promise((resolve) => site.close(resolve))
      await fanal.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A page of some length, with the places that the peers' buttons need. */
function pageWith(tags: string): string {
  const lines = Array.from(
    { length: 40 },
    (_, line) => `<tr><td>Feuille ${line + 1}</td><td>30,00 €</td><td>envoyée</td></tr>`,
  )
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Facturation</title><link rel="icon" href="data:,">
    <style>body { font: 16px/1.5 sans-serif; margin: 40px } #search { height: 40px }</style>${tags}</head>
    <body><h1>Facturation</h1><div id="search"></div><button id="tour">Visite</button>
    <form><label>Montant <input name="montant"></label></form><table>${lines.join('')}</table></body></html>`
}
