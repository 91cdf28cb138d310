import { mkdirSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'

const settings = `project: medisoft
checklist:
  title: Débuter
  flows: [imprimante, vitale]
`
let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp({ settings })
})

afterEach(() => testApp.dispose())

async function ask(url: string) {
  const answer = await testApp.app.inject({ url })
  return answer.json()
}

test('the checklist names its flows in their order, with the milestone that ticks them off', async () => {
  expect((await ask('/v1/config?key=pk_medisoft')).checklist).toBeUndefined()
  const folder = testApp.services.knowledge.get('medisoft')?.folder ?? ''
  mkdirSync(`${folder}/flows`)
  writeFileSync(`${folder}/flows/vitale.yaml`, 'title: Carte Vitale\nsteps: [{ id: un, title: Un }]\n')
  const done = 'done: { milestone: prete }'
  writeFileSync(`${folder}/flows/imprimante.yaml`, `title: Imprimante\nsteps: [{ id: un, title: Un }]\n${done}\n`)
  await expect
    .poll(() => ask('/v1/checklist?key=pk_medisoft'), { timeout: 20_000 })
    .toEqual({
      title: 'Débuter',
      flows: [
        { id: 'imprimante', title: 'Imprimante', milestone: 'prete' },
        { id: 'vitale', title: 'Carte Vitale' },
      ],
    })
  expect((await ask('/v1/config?key=pk_medisoft')).checklist).toBe(true)
})

test('a project without one answers an empty one', async () => {
  expect(await ask('/v1/checklist?key=pk_medisoft')).toEqual({ title: null, flows: [] })
})
