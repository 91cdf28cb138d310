/** HTTP paths, said once. `:id` parts are for the server's router; `pathTo` fills them in. */
export const paths = {
  loader: '/fanal.js',
  assets: '/assets/',
  config: '/v1/config',
  suggestions: '/v1/suggestions',
  article: '/v1/articles/:id',
  phrasings: '/v1/articles/:id/phrasings',
  phrasing: '/v1/articles/:id/phrasings/:phrasing',
  flow: '/v1/flows/:id',
  checklist: '/v1/checklist',
  author: '/v1/author',
  authorLinks: '/v1/author/links',
  deviceIndex: '/v1/device-index',
  signals: '/v1/signals',
  contacts: '/v1/contacts',
  tickets: '/v1/tickets',
  releases: '/v1/releases',
  searchIndex: '/1/indexes/:index/query',
  searchIndexes: '/1/indexes/*/queries',
  browseIndex: '/1/indexes/:index',
  searchFacet: '/1/indexes/:index/facets/:facet/query',
  objects: '/1/indexes/*/objects',
  object: '/1/indexes/:index/:object',
  events: '/1/events',
  reports: '/v1/reports/:report',
  backlog: '/v1/backlog',
  backlogItem: '/v1/backlog/:id',
  session: '/v1/session',
  console: '/console',
} as const

/** Fills the `:name` parts of a path, percent-encoded. */
export function pathTo(path: string, parts: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
}
