import { FanalError } from '@fanal/contract'
import { expect, test } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

test('everyone who waits while a commit runs shares the next one', async () => {
  const groups: number[][] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const commits = createGroupCommit<number, number>({
    async commit(group) {
      groups.push([...group])
      if (groups.length === 1) await held
      return group.map((work) => work * 10)
    },
    weigh: () => 1,
    maxWeight: 100,
  })
  const first = commits.add(1)
  await new Promise<void>((resolve) => setImmediate(resolve))
  const others = [commits.add(2), commits.add(3), commits.add(4)]
  release()
  expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40])
  expect(groups).toEqual([[1], [2, 3, 4]])
})

test('a commit takes no more than its weight, and one heavier piece goes alone', async () => {
  const groups: number[][] = []
  const commits = createGroupCommit<number, number>({
    async commit(group) {
      groups.push([...group])
      return [...group]
    },
    weigh: (work) => work,
    maxWeight: 10,
  })
  await Promise.all([4, 6, 1, 25, 3].map((work) => commits.add(work)))
  expect(groups).toEqual([[4, 6], [1], [25], [3]])
})

test('one bad piece of work fails alone', async () => {
  const commits = createGroupCommit<string, string>({
    async commit(group) {
      if (group.includes('bad')) throw new TypeError('bad work')
      return [...group]
    },
    weigh: () => 1,
    maxWeight: 10,
  })
  const results = await Promise.allSettled(['a', 'bad', 'b'].map((work) => commits.add(work)))
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('when the disk is full everyone is told at once, and nobody is tried alone', async () => {
  let commits = 0
  const group = createGroupCommit<number, number>({
    async commit() {
      commits += 1
      throw new FanalError('STORE_UNAVAILABLE', { reason: 'the disk is full' })
    },
    weigh: () => 1,
    maxWeight: 10,
  })
  const results = await Promise.allSettled([group.add(1), group.add(2)])
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected'])
  expect(commits).toBe(1)
})
