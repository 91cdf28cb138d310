/**
 * The one place that calls import() for the widget's chunks. A failed load is tried once more: on the move, one lost request is common.
 */

import type { RuntimeHandle } from '../chunks/runtime/entry.ts'
import type { ChunkName, Chunks } from '../chunks.ts'
import type { Widget } from './widget.ts'

/** Chunks that boot itself loads beside those it offers to other chunks. */
export interface InnerChunks {
  runtime: { startRuntime(widget: Widget): RuntimeHandle }
}

type AllChunks = Chunks & InnerChunks

const chunks: { [N in ChunkName | keyof InnerChunks]: () => Promise<AllChunks[N]> } = {
  runtime: () => import('../chunks/runtime/entry.ts'),
  panel: () => import('../chunks/panel/entry.ts'),
  modal: () => import('../chunks/modal/entry.ts'),
  search: () => import('../chunks/search/entry.ts'),
  article: () => import('../chunks/article/entry.ts'),
  contact: () => import('../chunks/contact/entry.ts'),
  outbox: () => import('../chunks/outbox/entry.ts'),
  flow: () => import('../chunks/flow/entry.ts'),
}

/** @throws what import() throws, when it fails twice */
export function loadChunk<N extends keyof AllChunks>(name: N): Promise<AllChunks[N]> {
  return chunks[name]().catch(() => chunks[name]())
}
