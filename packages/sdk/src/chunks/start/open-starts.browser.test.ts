import type { Flow } from '@fanal/contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { FlowHandle, StartHandle } from '../../chunks.ts'
import { openFlows } from '../flow/entry.ts'
import { build, clearHost, showHost } from '../flow/testing/host-page.ts'
import { createTestRuntime, makeFlow, type TestRuntime, type TestRuntimeOptions } from '../flow/testing/test-runtime.ts'
import { openStarts } from './open-starts.ts'

const guide = (id: string, title: string, start: Partial<Flow['start']>): Flow =>
  makeFlow(
    [
      { id: 'a', title: 'Un', target: { role: 'button', name: 'Ajouter' } },
      { id: 'b', title: 'Deux' },
    ],
    { id, title, start: { when: 'first-visit', ...start } },
  )

const printer = guide('imprimante', 'Ajouter une imprimante', { page: '/imprimantes' })
const card = guide('vitale', 'Lire une carte', { feature: 'carte-vitale' })

let runtime: TestRuntime
let flows: FlowHandle
let starts: StartHandle
let clock: number

/** Opens the widget as a page view does. */
function visit(options: Partial<TestRuntimeOptions> = {}) {
  runtime = createTestRuntime({ flows: [printer], page: '/imprimantes', ...options })
  flows = openFlows(runtime)
  runtime.running = () => flows.running
  starts = openStarts(runtime, { flows: (use) => use(flows) })
}

function leave() {
  starts.destroy()
  flows.destroy()
  runtime.remove()
}

const day = 24 * 3_600_000
const pass = (ms: number) => {
  clock += ms
  vi.setSystemTime(clock)
}
const offer = (name = 'Ajouter une imprimante') => page.getByRole('region', { name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const names = () => runtime.signals.map(({ name }) => name)
/** Lets answers arrive and a frame be drawn. */
const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

/** Only the clock that says what day it is; timers and frames run. */
const startClock = () => {
  clock = Date.parse('2026-03-09T10:00:00Z')
  vi.useFakeTimers({ toFake: ['Date'], now: clock })
}

afterEach(() => {
  leave()
  clearHost()
  vi.useRealTimers()
})

describe('a first visit', () => {
  it('is offered the flow, which starts only when asked for', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit()
    await expect.element(offer()).toBeVisible()
    await expect.element(page.getByRole('status')).toMatchTextContent(/Ajouter une imprimante/)
    expect(page.getByRole('dialog').query()).toBeNull()
    expect(names()).toEqual(['flow_offered'])
    await button('Commencer le guide').click()
    await expect.element(page.getByRole('dialog', { name: 'Un' })).toBeVisible()
    expect(runtime.signals[1]).toEqual({
      name: 'flow_started',
      props: { flowId: 'imprimante', version: 1, by: 'first_visit' },
    })
    expect(offer().query()).toBeNull()
  })

  it('to a feature, as the host tells it, is one too', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit({ flows: [card], page: '/parametres' })
    await settle()
    expect(offer('Lire une carte').query()).toBeNull()
    runtime.goTo('/parametres', 'carte-vitale')
    await expect.element(offer('Lire une carte')).toBeVisible()
    runtime.goTo('/parametres', 'agenda')
    expect(offer('Lire une carte').query()).toBeNull()
  })

  it('is not offered it over a panel that fills the screen, but once that is closed', async () => {
    showHost(build('button', {}, 'Ajouter'))
    runtime = createTestRuntime({ flows: [printer], page: '/imprimantes' })
    const panel = build('dialog', {}, 'Aide') as HTMLDialogElement
    runtime.root.append(panel)
    panel.showModal()
    flows = openFlows(runtime)
    starts = openStarts(runtime, { flows: (use) => use(flows) })
    await settle()
    expect(offer().query()).toBeNull()
    expect(localStorage.length).toBe(0)
    panel.close()
    runtime.emit('panel_closed')
    await expect.element(offer()).toBeVisible()
  })

  it('is offered it once', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit()
    await expect.element(offer()).toBeVisible()
    leave()
    visit()
    await settle()
    expect(offer().query()).toBeNull()
    expect(names()).toEqual([])
  })

  it('sees no offer, and counts as none, before the first target shows', async () => {
    const host = showHost()
    visit()
    await settle()
    expect(offer().query()).toBeNull()
    expect(localStorage.getItem('fanal:pk_essai:offered')).toBeNull()
    host.append(build('button', {}, 'Ajouter'))
    await expect.element(offer()).toBeVisible()
  })

  it('is offered nothing while a flow runs, and the flow once that is over', async () => {
    showHost(build('button', {}, 'Ajouter'))
    const other = makeFlow([{ id: 'seul', title: 'Seul' }], { id: 'autre' })
    visit({ flows: [printer, other], page: '/agenda' })
    await flows.start('autre', 'visitor')
    runtime.goTo('/imprimantes')
    await settle()
    expect(offer().query()).toBeNull()
    await button('Continuer').click()
    await expect.element(offer()).toBeVisible()
  })

  it('loses the offer with the page it is about', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit()
    await expect.element(offer()).toBeVisible()
    runtime.goTo('/agenda')
    expect(offer().query()).toBeNull()
  })
})

describe('« Plus tard »', () => {
  it('says when it comes again, and keeps its word', async () => {
    startClock()
    showHost(build('button', {}, 'Ajouter'))
    visit({ offers: { snooze: 7 * day } })
    await expect.element(offer()).toMatchTextContent(/nous vous le reproposerons dans 7 jours/)
    await button('Plus tard').click()
    expect(offer().query()).toBeNull()
    leave()
    pass(6 * day)
    visit()
    await settle()
    expect(offer().query()).toBeNull()
    leave()
    pass(2 * day)
    visit()
    await expect.element(offer()).toMatchTextContent(/nous vous le reproposerons demain/)
  })

  it('is respected after a flow’s cap for good', async () => {
    startClock()
    showHost(build('button', {}, 'Ajouter'))
    const twice = { ...printer, start: { ...printer.start, cap: 2 } }
    for (let time = 0; time < 2; time++) {
      visit({ flows: [twice] })
      await button('Plus tard').click()
      leave()
      pass(30 * day)
    }
    visit({ flows: [twice] })
    await settle()
    expect(offer().query()).toBeNull()
  })
})

describe('« Ne plus proposer »', () => {
  it.each(['identified', 'anonymous'] as const)('holds in later tabs, also for %s visitors', async (mode) => {
    showHost(build('button', {}, 'Ajouter'))
    visit({ mode })
    await button('Ne plus proposer').click()
    leave()
    sessionStorage.clear()
    visit({ mode })
    await settle()
    expect(offer().query()).toBeNull()
  })
})

describe('caps', () => {
  it('hold for a session and a week, over several flows', async () => {
    startClock()
    showHost(build('button', {}, 'Ajouter'))
    const many = ['a', 'b', 'c'].map((id) => guide(id, `Guide ${id}`, { page: `/${id}` }))
    visit({ flows: many, page: '/a', offers: { perSession: 1, perWeek: 2 } })
    await expect.element(offer('Guide a')).toBeVisible()
    runtime.goTo('/b')
    await settle()
    expect(offer('Guide b').query()).toBeNull()
    leave()
    sessionStorage.clear()
    pass(day)
    visit({ flows: many, page: '/b', offers: { perSession: 1, perWeek: 2 } })
    await expect.element(offer('Guide b')).toBeVisible()
    leave()
    sessionStorage.clear()
    pass(day)
    visit({ flows: many, page: '/c', offers: { perSession: 1, perWeek: 2 } })
    await settle()
    expect(offer('Guide c').query()).toBeNull()
    leave()
    pass(6 * day)
    visit({ flows: many, page: '/c', offers: { perSession: 1, perWeek: 2 } })
    await expect.element(offer('Guide c')).toBeVisible()
  })
})

describe('an anonymous visitor', () => {
  it('is offered it once in a tab; nothing of it outlives the tab', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit({ mode: 'anonymous' })
    await expect.element(offer()).toBeVisible()
    expect(localStorage.length).toBe(0)
    leave()
    visit({ mode: 'anonymous' })
    await settle()
    expect(offer().query()).toBeNull()
    leave()
    sessionStorage.clear()
    visit({ mode: 'anonymous' })
    await expect.element(offer()).toBeVisible()
  })
})

describe('where nothing may be stored', () => {
  it('is offered it once for a page load', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit({ mayStore: false })
    await button('Ne plus proposer').click()
    expect(localStorage.length + sessionStorage.length).toBe(0)
    runtime.goTo('/agenda')
    runtime.goTo('/imprimantes')
    await settle()
    expect(offer().query()).toBeNull()
  })
})
