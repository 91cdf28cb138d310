/** Tabs, the browser's own « Back », and storage that is not to be had. Two widgets of one key stand for two tabs: the lock between them is the browser's. */
import { afterEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { openFlows } from './entry.ts'
import { clearHost } from './testing/host-page.ts'
import { createTestRuntime, makeFlow, type TestRuntimeOptions } from './testing/test-runtime.ts'

const guide = makeFlow([
  { id: 'a', title: 'Un' },
  { id: 'b', title: 'Deux' },
])
const opened: { close(): void }[] = []

function openTab(options: Partial<TestRuntimeOptions> = {}) {
  const runtime = createTestRuntime({ flows: [guide], ...options })
  const flows = openFlows(runtime)
  const close = () => {
    flows.destroy()
    runtime.remove()
  }
  opened.push({ close })
  const exits = () => runtime.signals.filter(({ name }) => name === 'flow_exited').map(({ props }) => props)
  return { flows, runtime, close, exits }
}

const cards = () => page.getByRole('dialog').all().length
const button = (name: string) => page.getByRole('button', { name, exact: true })
const waiting = async () => (await navigator.locks.query()).pending?.length

afterEach(() => {
  for (const { close } of opened.splice(0)) close()
  vi.restoreAllMocks()
  clearHost()
})

it('a copy of the tab stays out of it while the first one drives, and takes over when that is closed', async () => {
  const first = openTab()
  await first.flows.start('essai', 'visitor')
  await expect.poll(async () => (await navigator.locks.query()).held?.length).toBe(1)
  const copy = openTab()
  await expect.poll(waiting).toBe(1)
  await expect.poll(waiting).toBe(0)
  expect(copy.flows.running).toBeNull()
  expect(cards()).toBe(1)
  await button('Continuer').click()
  first.close()
  const next = openTab()
  await expect.poll(() => next.flows.running?.position).toBe('Étape 2 sur 2')
})

it('the tab in which a flow is started drives; the other stops, and says so', async () => {
  const first = openTab()
  await first.flows.start('essai', 'visitor')
  await expect.poll(async () => (await navigator.locks.query()).held?.length).toBe(1)
  const second = openTab()
  await second.flows.start('essai', 'visitor')
  await expect.poll(() => first.flows.running).toBeNull()
  expect(first.exits()).toEqual([{ flowId: 'essai', stepId: 'a', reason: 'navigated' }])
  expect(second.flows.running?.id).toBe('essai')
  expect(cards()).toBe(1)
})

it('what is left in a copy of a tab is nothing once the flow has ended in the other', async () => {
  const first = openTab()
  await first.flows.start('essai', 'visitor')
  const copied = sessionStorage.getItem('fanal:pk_essai:flow') ?? ''
  await button('Quitter le guide').click()
  first.close()
  sessionStorage.setItem('fanal:pk_essai:flow', copied)
  const copy = openTab()
  await expect.poll(() => sessionStorage.getItem('fanal:pk_essai:flow')).toBeNull()
  expect(copy.flows.running).toBeNull()
})

it('a page that comes back by « Back » takes up the flow where it is now, not where it was', async () => {
  const { flows } = openTab()
  await flows.start('essai', 'visitor')
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
  await expect.poll(async () => (await navigator.locks.query()).held?.length).toBe(0)
  const key = 'fanal:pk_essai:flow'
  const progress = JSON.parse(sessionStorage.getItem(key) ?? '{}')
  sessionStorage.setItem(key, JSON.stringify({ ...progress, stepId: 'b', path: ['a', 'b'] }))
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await expect.poll(() => flows.running?.position).toBe('Étape 2 sur 2')
  expect(cards()).toBe(1)
})

it.each(['getItem', 'setItem', 'removeItem'] as const)('a storage whose %s throws is as good as none', async (name) => {
  vi.spyOn(Storage.prototype, name).mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  const { flows, runtime } = openTab()
  await flows.start('essai', 'visitor')
  await button('Continuer').click()
  await button('Continuer').click()
  expect(flows.running).toBeNull()
  expect(runtime.signals.map((signal) => signal.name)).toEqual([
    'flow_started',
    'flow_step_seen',
    'flow_step_seen',
    'flow_completed',
  ])
})
