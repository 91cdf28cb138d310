import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { FlowHandle } from '../../chunks.ts'
import { openFlows } from './entry.ts'
import { build, clearHost, showHost } from './testing/host-page.ts'
import { createTestRuntime, makeFlow, type TestRuntime, type TestRuntimeOptions } from './testing/test-runtime.ts'

let runtime: TestRuntime
let flows: FlowHandle

/** Opens the widget as a page view does. */
function visit(options: TestRuntimeOptions) {
  runtime = createTestRuntime({ page: '/imprimantes', ...options })
  flows = openFlows(runtime)
}

function leave() {
  flows.destroy()
  runtime.remove()
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const names = () => runtime.signals.map(({ name }) => name)
/** Lets answers arrive and a frame be drawn. */
const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

afterEach(() => {
  leave()
  clearHost()
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
