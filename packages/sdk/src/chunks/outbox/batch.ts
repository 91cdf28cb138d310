/** Cuts what waits into bodies the server takes, and that fit what all scripts of a page share for keepalive. Pure. */
import { limits, type SignalBatch } from '@fanal/contract'
import { toJson } from '../../ui/to-json.ts'
import type { AnySignal } from './signal-store.ts'

const encoder = new TextEncoder()
/** Room for key, time, token and punctuation around the signals. */
const envelopeBytes = 256

export const byteLength = (text: string): number => encoder.encode(text).byteLength

/**
 * The first batch of `waiting`: one visitor's signals only, for one token speaks for one person.
 *
 * @param waiting oldest first
 * @param tokenBytes length of the token that will go along
 * @param maxSignals at most this many
 * @returns signals to send together; a single one that is too large alone comes alone
 */
export function nextBatch(
  waiting: readonly AnySignal[],
  tokenBytes: number,
  maxSignals: number = limits.maxBatchSignals,
): AnySignal[] {
  const batch: AnySignal[] = []
  let bytes = envelopeBytes + tokenBytes
  for (const signal of waiting) {
    if (signal.visitorId !== waiting[0]?.visitorId) continue
    bytes += byteLength(toJson(signal)) + 1
    if (batch.length > 0 && (bytes > limits.maxBeaconBytes || batch.length >= maxSignals)) break
    batch.push(signal)
  }
  return batch
}

/** @param sentAt milliseconds since the epoch on the visitor's clock: the server corrects `at` by it */
export function toBody(key: string, signals: readonly AnySignal[], sentAt: number, token: string | undefined): string {
  const body: SignalBatch = { key, sentAt, ...(token && { token }), signals: signals as SignalBatch['signals'] }
  return toJson(body)
}
