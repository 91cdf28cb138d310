import { describe, expect, it } from 'vitest'
import { byteLength, nextBatch, toBody } from './batch.ts'
import type { AnySignal } from './signal-store.ts'

const signal = (id: string, more: Partial<AnySignal> = {}): AnySignal => ({
  id,
  name: 'milestone_reached',
  at: 1,
  sessionId: 's',
  page: { key: '/' },
  props: { name: 'a' },
  ...more,
})
const ids = (batch: AnySignal[]) => batch.map(({ id }) => id)

describe('nextBatch', () => {
  it('takes at most 100 signals', () => {
    const waiting = Array.from({ length: 130 }, (_, index) => signal(String(index)))
    expect(nextBatch(waiting, 0)).toHaveLength(100)
  })

  it('stays under 16 KiB, token and envelope counted', () => {
    const waiting = Array.from({ length: 90 }, (_, index) =>
      signal(String(index), { props: { name: 'é'.repeat(150) } }),
    )
    const batch = nextBatch(waiting, 1000)
    expect(byteLength(toBody('pk_demo', batch, 1772442000000, 'x'.repeat(1000)))).toBeLessThanOrEqual(16_384)
    expect(batch).toHaveLength(37)
  })

  it('sends a signal that is too large alone', () => {
    const large = signal('large', { props: { name: 'x'.repeat(20_000) } })
    expect(ids(nextBatch([large, signal('small')], 0))).toEqual(['large'])
  })

  it('never mixes visitors: one token speaks for one', () => {
    const waiting = [signal('1', { visitorId: 'u1' }), signal('2'), signal('3', { visitorId: 'u1' })]
    expect(ids(nextBatch(waiting, 0))).toEqual(['1', '3'])
  })

  it('has nothing to send when nothing waits', () => {
    expect(nextBatch([], 0)).toEqual([])
  })
})
