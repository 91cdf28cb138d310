/** Pages with a search box of somebody else's: each library as npm brings it, set up as its own manual says, but for the host. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { repositoryRoot } from '../support/source-files.ts'

const libraries: Readonly<Record<string, string>> = {
  'algoliasearch-4-lite.js': 'algoliasearch4/dist/algoliasearch-lite.umd.js',
  'algoliasearch-4.js': 'algoliasearch4/dist/algoliasearch.umd.js',
  'algoliasearch-5-lite.js': 'algoliasearch/dist/lite/builds/browser.umd.js',
  'algoliasearch-5.js': 'algoliasearch/dist/algoliasearch.umd.js',
  'autocomplete.js': '@algolia/autocomplete-js/dist/umd/index.production.js',
  'docsearch.css': '@docsearch/css/dist/style.css',
  'docsearch.js': '@docsearch/js/dist/umd/index.js',
  'instantsearch.js': 'instantsearch.js/dist/instantsearch.production.min.js',
  'search-insights.js': 'search-insights/dist/search-insights.iife.min.js',
}

export interface AlgoliaPages {
  origin: string
  /** where the clients ask; set once the server is there */
  fanal: URL
  close(): void
}

const setUp = (fanal: URL) => `
  const appId = 'medicab'
  const apiKey = 'pk_medicab'
  const hosts = [{ url: '${fanal.host}', protocol: 'http', accept: 'readWrite' }]
  const host = '${fanal.origin}'
  window.AlgoliaAnalyticsObject = 'aa'
  window.aa = window.aa || function () { (window.aa.queue = window.aa.queue || []).push(arguments) }`

const clients: Readonly<Record<string, string>> = {
  '4': `algoliasearch(appId, apiKey, { hosts: [{ url: hosts[0].url, protocol: 'http' }] })`,
  '5': `window['algoliasearch/lite'].liteClient(appId, apiKey, { hosts })`,
}

function instantSearch(version: string): string {
  return `
  <div id="box"></div><div id="stats"></div><div id="categories"></div><div id="hits"></div><div id="pages"></div>
  ${script(`algoliasearch-${version}-lite.js`)}${script('search-insights.js')}${script('instantsearch.js')}
  <script>
    aa('init', { appId, apiKey, host })
    const search = instantsearch({ indexName: 'medicab', searchClient: ${clients[version]}, insights: { insightsClient: aa } })
    const { searchBox, stats, refinementList, hits, pagination, configure } = instantsearch.widgets
    search.addWidgets([
      configure({ hitsPerPage: 4, attributesToSnippet: ['body:12'] }),
      searchBox({ container: '#box' }),
      stats({ container: '#stats', templates: { text: (data) => data.nbHits + ' articles' } }),
      refinementList({ container: '#categories', attribute: 'category', searchable: true, sortBy: ['name:asc'] }),
      pagination({ container: '#pages' }),
      hits({
        container: '#hits',
        templates: {
          item: (hit, { html, components, sendEvent }) =>
            html\`<a href="#\${hit.objectID}" onClick=\${() => sendEvent('click', hit, 'Article ouvert')}>
              \${components.Highlight({ attribute: 'title', hit })}</a> \${components.Snippet({ attribute: 'body', hit })}\`,
        },
      }),
    ])
    search.start()
  </script>`
}

const autocomplete = `
  <div id="box"></div>
  ${script('algoliasearch-5-lite.js')}${script('search-insights.js')}${script('autocomplete.js')}
  <script>
    aa('init', { appId, apiKey, host })
    const { autocomplete, getAlgoliaResults } = window['@algolia/autocomplete-js']
    const searchClient = ${clients['5']}
    autocomplete({
      container: '#box',
      placeholder: 'Rechercher',
      detachedMediaQuery: 'none',
      insights: { insightsClient: aa },
      getSources: ({ query }) => [{
        sourceId: 'articles',
        getItems: () => getAlgoliaResults({
          searchClient,
          queries: [{ indexName: 'medicab_fr', params: { query, hitsPerPage: 3, clickAnalytics: true } }],
        }),
        templates: { item: ({ item, components, html }) => html\`<div>\${components.Highlight({ hit: item, attribute: 'title' })}</div>\` },
      }],
    })
  </script>`

const docSearch = `
  <link rel="stylesheet" href="/libraries/docsearch.css">
  <div id="box"></div>
  ${script('search-insights.js')}${script('docsearch.js')}
  <script>
    aa('init', { appId, apiKey, host })
    docsearch({
      container: '#box',
      appId,
      apiKey,
      indexName: 'medicab_docsearch',
      insights: { insightsClient: aa },
      transformSearchClient: (client) => {
        client.transporter.hosts.splice(0, Infinity, ...hosts)
        return client
      },
    })
  </script>`

const bothClients = `
  ${script('algoliasearch-4.js')}<script>const client4 = ${clients['4']}</script>
  ${script('algoliasearch-5.js')}<script>const client5 = algoliasearch.algoliasearch(appId, apiKey, { hosts })</script>`

const pages: Readonly<Record<string, string>> = {
  '/instantsearch-4': instantSearch('4'),
  '/instantsearch-5': instantSearch('5'),
  '/autocomplete': autocomplete,
  '/docsearch': docSearch,
  '/clients': bothClients,
}

/** Serves the pages on a free port of this machine. */
export async function serveAlgoliaPages(): Promise<AlgoliaPages> {
  const site = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const library = libraries[path.replace('/libraries/', '')]
    const page = pages[path]
    if (library) {
      const type = library.endsWith('.css') ? 'text/css' : 'text/javascript'
      const file = readFileSync(join(repositoryRoot, 'node_modules', library))
      return void response.writeHead(200, { 'content-type': type }).end(file)
    }
    if (page === undefined) return void response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(
      `<!doctype html><html lang="fr"><title>Recherche</title><script>${setUp(served.fanal)}</script>${page}`,
    )
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const { port } = site.address() as AddressInfo
  const served: AlgoliaPages = {
    origin: `http://127.0.0.1:${port}`,
    fanal: new URL('http://127.0.0.1'),
    close: () => void site.close(),
  }
  return served
}

function script(name: string): string {
  return `<script src="/libraries/${name}"></script>`
}
