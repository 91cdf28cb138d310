/** The chunks that few visits need. Their names are a file of their own, so that the first panel does not carry them. */
export const rareChunks = {
  neighbours: () => import('../chunks/neighbours/entry.ts'),
  algolia: () => import('../chunks/algolia/entry.ts'),
  device: () => import('../chunks/device/entry.ts'),
  receipt: () => import('../chunks/receipt/entry.ts'),
  zoom: () => import('../chunks/zoom/entry.ts'),
  print: () => import('../chunks/print/entry.ts'),
  modal: () => import('../chunks/modal/entry.ts'),
  checklist: () => import('../chunks/checklist/entry.ts'),
  start: () => import('../chunks/start/entry.ts'),
  trouble: () => import('../chunks/trouble/entry.ts'),
  advice: () => import('../chunks/advice/entry.ts'),
  address: () => import('../chunks/address/entry.ts'),
  author: () => import('../chunks/author/entry.ts'),
  debug: () => import('../chunks/debug/entry.ts'),
}

export type RareChunks = typeof rareChunks
