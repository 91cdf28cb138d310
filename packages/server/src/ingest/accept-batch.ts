/**
 * Takes in a batch of signals: each one is judged alone, what is good is redacted and stored in one durable commit, and the
 * receipt says what became of every one. Idempotent: the id is the key.
 */
import { FanalError, limits, type RejectedSignal, type Signal, type SignalReceipt } from '@fanal/contract'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import type { Services } from '../services.ts'
import type { StoredSignal } from '../store/store.ts'
import { type IdentityRule, readIdentity } from './identity.ts'
import { judgeBrowserSignal } from './judge-signal.ts'
import { redactSignal } from './redact-signal.ts'

/** A batch whose envelope has been checked; its signals have not. */
export interface Envelope {
  /** the visitor's clock when the batch left, milliseconds */
  sentAt: number
  token?: string
  signals: readonly unknown[]
}

/**
 * @param onStored told of the batch's good signals once they are durable, those that were there already among them
 * @returns once every accepted signal is durable
 * @throws FanalError BATCH_TOO_LARGE, TOKEN_INVALID, STORE_UNAVAILABLE: nothing was stored
 */
export async function acceptBatch(
  services: Services,
  base: KnowledgeBase,
  envelope: Envelope,
  onStored: (project: string, signals: readonly StoredSignal[]) => void = () => {},
): Promise<SignalReceipt> {
  const { signals, sentAt, token } = envelope
  if (signals.length > limits.maxBatchSignals) {
    throw new FanalError('BATCH_TOO_LARGE', { count: signals.length, limit: limits.maxBatchSignals })
  }
  const now = services.now()
  const identify = await readIdentity(token, base.settings.privacy.mode, services.config.identitySecret, now)
  const kept: StoredSignal[] = []
  const rejected: RejectedSignal[] = []
  signals.forEach((raw, index) => {
    try {
      kept.push(toStored(judgeBrowserSignal(raw, now - sentAt, now), identify, now))
    } catch (error) {
      if (!(error instanceof FanalError)) throw error
      rejected.push({ index, id: readId(raw), code: error.code, message: error.message })
    }
  })
  const { accepted, duplicateIds } = await services.store.signals.append(base.project, kept)
  onStored(base.project, kept)
  return { accepted, duplicates: duplicateIds.length, rejected }
}

function toStored(signal: Signal, identify: IdentityRule, receivedAt: number): StoredSignal {
  const { visitorId, accountId, ...rest } = redactSignal(signal)
  const claim = {
    ...(visitorId === undefined ? {} : { visitorId }),
    ...(accountId === undefined ? {} : { accountId }),
  }
  // Rest and spread lose the tie between name and props that `redactSignal` has just kept.
  return { ...rest, ...identify(claim), receivedAt } as StoredSignal
}

function readId(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw) || typeof raw.id !== 'string') return null
  return raw.id.slice(0, limits.maxIdChars)
}
