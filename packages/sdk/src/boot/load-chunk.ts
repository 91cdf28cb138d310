/**
 * Loads the widget's chunks for one another; only this file, load-first.ts and load-rare.ts call import(). A failed load is tried
 * once more: on the move, one lost request is common.
 *
 * A name here costs every first panel bytes, one in load-rare.ts costs its own use a request.
 */
import type { ChunkName, Chunks } from '../chunks.ts'
import type { RareChunks } from './load-rare.ts'

type Loaders<Name extends ChunkName> = { [N in Name]: () => Promise<Chunks[N]> }

const chunks: Loaders<Exclude<ChunkName, keyof RareChunks>> = {
  // Named again: boot and the runtime share no code.
  panel: () => import('../chunks/panel/entry.ts'),
  more: () => import('../chunks/more/entry.ts'),
  search: () => import('../chunks/search/entry.ts'),
  article: () => import('../chunks/article/entry.ts'),
  contact: () => import('../chunks/contact/entry.ts'),
  tools: () => import('../chunks/tools/entry.ts'),
  outbox: () => import('../chunks/outbox/entry.ts'),
  memory: () => import('../chunks/memory/entry.ts'),
  flow: () => import('../chunks/flow/entry.ts'),
  offer: () => import('../chunks/offer/entry.ts'),
}

/** @throws what import() throws, when it fails twice */
export function loadChunk<N extends ChunkName>(name: N): Promise<Chunks[N]> {
  const often = (chunks as Partial<Loaders<ChunkName>>)[name]
  const load =
    often ??
    (() =>
      import('./load-rare.ts').then(({ rareChunks }) =>
        (rareChunks as Loaders<keyof RareChunks> as Loaders<ChunkName>)[name](),
      ))
  return load().catch(load)
}
