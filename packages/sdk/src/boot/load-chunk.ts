/**
 * Loads the widget's chunks for one another; only this file and load-first.ts call import(). A failed load is tried once more: on
 * the move, one lost request is common.
 */
import type { ChunkName, Chunks } from '../chunks.ts'

const chunks: { [N in ChunkName]: () => Promise<Chunks[N]> } = {
  // Named again: boot and the runtime share no code.
  panel: () => import('../chunks/panel/entry.ts'),
  more: () => import('../chunks/more/entry.ts'),
  neighbours: () => import('../chunks/neighbours/entry.ts'),
  advice: () => import('../chunks/advice/entry.ts'),
  modal: () => import('../chunks/modal/entry.ts'),
  search: () => import('../chunks/search/entry.ts'),
  article: () => import('../chunks/article/entry.ts'),
  contact: () => import('../chunks/contact/entry.ts'),
  tools: () => import('../chunks/tools/entry.ts'),
  zoom: () => import('../chunks/zoom/entry.ts'),
  print: () => import('../chunks/print/entry.ts'),
  outbox: () => import('../chunks/outbox/entry.ts'),
  memory: () => import('../chunks/memory/entry.ts'),
  flow: () => import('../chunks/flow/entry.ts'),
  offer: () => import('../chunks/offer/entry.ts'),
  debug: () => import('../chunks/debug/entry.ts'),
}

/** @throws what import() throws, when it fails twice */
export function loadChunk<N extends ChunkName>(name: N): Promise<Chunks[N]> {
  return chunks[name]().catch(() => chunks[name]())
}
