/**
 * Counts what a page holds once everything that can go has gone: DOM nodes, attached or not, and event listeners, by the browser's own counters.
 * A node that a forgotten listener or timer still reaches is counted, so this finds what no selector does.
 */
import type { CDPSession } from 'playwright'

export interface Held {
  nodes: number
  listeners: number
}

/** @param session of the page in question; a fresh one does */
export async function countHeld(session: CDPSession): Promise<Held> {
  // One collection frees what the one before has made unreachable (weak references, finished promises), and the counters fall.
  let held = await collectAndCount(session)
  for (let tries = 0; tries < 5; tries++) {
    const next = await collectAndCount(session)
    if (next.nodes >= held.nodes && next.listeners >= held.listeners) return held
    held = next
  }
  return held
}

async function collectAndCount(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { nodes, listeners: jsEventListeners }
}
