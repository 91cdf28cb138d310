import { expect, test } from 'vitest'
import { inSlices } from './in-slices.ts'

test('long work lets others in between, and ends with what it made', async () => {
  let turns = 0
  let running = true
  const count = () => {
    turns++
    if (running) setImmediate(count)
  }
  setImmediate(count)
  function* work() {
    for (let step = 0; step < 20; step++) {
      // As long as half a slice: two of them and others have their turn.
      for (const until = performance.now() + 5; performance.now() < until; );
      yield
    }
    return 'made'
  }
  expect(await inSlices(work())).toBe('made')
  running = false
  expect(turns).toBeGreaterThanOrEqual(5)
})

test('what goes wrong on the way is thrown', async () => {
  function* work(): Generator<void, string> {
    yield
    throw new RangeError('no room')
  }
  await expect(inSlices(work())).rejects.toThrow('no room')
})
