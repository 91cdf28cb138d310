import type { Flow } from '@fanal/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { FlowHandle } from '../../chunks.ts'
import { openFlows } from './entry.ts'
import { build, clearHost, showHost } from './testing/host-page.ts'
import { createTestRuntime, makeFlow, type TestRuntime, type TestRuntimeOptions } from './testing/test-runtime.ts'

const first: Flow = makeFlow(
  [
    { id: 'a', title: 'Un', target: { role: 'button', name: 'Ajouter' } },
    { id: 'b', title: 'Deux' },
  ],
  { title: 'Ajouter une imprimante', start: { when: 'first-visit', page: '/imprimantes' } },
)

let runtime: TestRuntime
let flows: FlowHandle

/** Opens the widget as a page view does. */
function visit(options: Partial<TestRuntimeOptions> = {}) {
  runtime = createTestRuntime({ flows: [first], page: '/imprimantes', ...options })
  flows = openFlows(runtime)
}

function leave() {
  flows.destroy()
  runtime.remove()
}

const offer = () => page.getByRole('region', { name: 'Ajouter une imprimante' })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const names = () => runtime.signals.map(({ name }) => name)
/** Lets answers arrive and a frame be drawn. */
const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

afterEach(() => {
  leave()
  clearHost()
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
      props: { flowId: 'essai', version: 1, by: 'first_visit' },
    })
    expect(offer().query()).toBeNull()
  })

  it('is not offered it over a panel that fills the screen, but once that is closed', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit()
    flows.destroy()
    const panel = build('dialog', {}, 'Aide') as HTMLDialogElement
    runtime.root.append(panel)
    panel.showModal()
    flows = openFlows(runtime)
    await settle()
    expect(offer().query()).toBeNull()
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

  it('can put it off until the next visit', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit()
    await button('Plus tard').click()
    expect(offer().query()).toBeNull()
    leave()
    visit()
    await settle()
    expect(offer().query()).toBeNull()
    leave()
    sessionStorage.clear()
    visit()
    await expect.element(offer()).toBeVisible()
    await button('Ne plus proposer').click()
    leave()
    sessionStorage.clear()
    visit()
    await settle()
    expect(offer().query()).toBeNull()
  })

  it('loses the offer with the page it is about', async () => {
    showHost(build('button', {}, 'Ajouter'))
    visit()
    await expect.element(offer()).toBeVisible()
    runtime.goTo('/agenda')
    expect(offer().query()).toBeNull()
  })

  it('stores nothing where nothing may be stored', async () => {
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

describe('a reload', () => {
  const guide = makeFlow([
    { id: 'a', title: 'Un', page: '/imprimantes' },
    { id: 'b', title: 'Deux', page: '/imprimantes' },
  ])
  const dialog = (name: string) => page.getByRole('dialog', { name })

  it('comes back to the same step, without taking the focus', async () => {
    visit({ flows: [guide] })
    await flows.start('essai', 'visitor')
    await button('Continuer').click()
    leave()
    const field = build('input', { 'aria-label': 'Nom' })
    showHost(field)
    field.focus()
    visit({ flows: [guide] })
    await expect.element(dialog('Deux')).toBeVisible()
    expect(names()).toEqual([])
    expect(document.activeElement).toBe(field)
  })

  it('on another page shows nothing until the person is back', async () => {
    visit({ flows: [guide] })
    await flows.start('essai', 'visitor')
    leave()
    visit({ flows: [guide], page: '/agenda' })
    await expect.poll(() => flows.running?.id).toBe('essai')
    expect(page.getByRole('dialog').query()).toBeNull()
    runtime.goTo('/imprimantes')
    await expect.element(dialog('Un')).toBeVisible()
    expect(names()).toEqual([])
  })

  it('after the flow was withdrawn ends it', async () => {
    visit({ flows: [guide] })
    await flows.start('essai', 'visitor')
    leave()
    visit({ flows: [] })
    await expect.poll(names).toEqual(['flow_exited'])
    expect(sessionStorage.getItem('fanal:pk_essai:flow')).toBeNull()
  })

  it.each(['{"flowId":1}', 'pas du JSON', '[]', 'null'])('with %s in the store starts afresh', async (stored) => {
    sessionStorage.setItem('fanal:pk_essai:flow', stored)
    visit({ flows: [guide] })
    await flows.start('essai', 'visitor')
    await expect.element(dialog('Un')).toBeVisible()
  })

  it('after log out comes back to nothing', async () => {
    visit({ flows: [guide] })
    await flows.start('essai', 'visitor')
    runtime.emit('reset')
    expect(page.getByRole('dialog').query()).toBeNull()
    leave()
    visit({ flows: [guide] })
    await settle()
    expect(flows.running).toBeNull()
  })
})

describe('a flow started away from its page', () => {
  it('says where it goes on, and leads there', async () => {
    visit({ flows: [makeFlow([{ id: 'a', title: 'Un', page: '/imprimantes' }])], page: '/agenda' })
    await flows.start('essai', 'article')
    const dialog = page.getByRole('dialog', { name: 'Un' })
    await expect.element(dialog).toMatchTextContent(/autre page/)
    expect(page.getByRole('link', { name: 'Ouvrir la page' }).element().getAttribute('href')).toBe('/imprimantes')
    runtime.goTo('/imprimantes')
    await expect.element(dialog).not.toMatchTextContent(/autre page/)
  })
})
