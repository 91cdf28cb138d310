import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'
import { openKnowledge } from '../../knowledge/open-knowledge.ts'

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

/** Puts a flow into the content folder, which is then opened anew. */
async function publishFlow(name: string, text: string): Promise<void> {
  const { services } = testApp
  const folder = services.knowledge.get('medisoft')?.folder ?? ''
  mkdirSync(join(folder, 'flows'), { recursive: true })
  writeFileSync(join(folder, 'flows', name), text)
  await services.knowledge.close()
  const { store, now, log } = services
  services.knowledge = await openKnowledge({ folders: [folder], store, now, log, watch: false })
}

test('the checklist names its flows in their order, with the milestone that ticks them off', async () => {
  expect((await ask('/v1/config?key=pk_medisoft')).checklist).toBeUndefined()
  await publishFlow('vitale.yaml', 'title: Carte Vitale\nsteps: [{ id: un, title: Un }]\n')
  const done = 'done: { milestone: prete }'
  await publishFlow('imprimante.yaml', `title: Imprimante\nsteps: [{ id: un, title: Un }]\n${done}\n`)
  expect(await ask('/v1/checklist?key=pk_medisoft')).toEqual({
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
