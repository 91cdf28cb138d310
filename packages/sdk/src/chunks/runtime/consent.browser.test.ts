/** Who may be told of, and what may be kept: consent, storage, and what the browser itself asks for. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createHelp } from '../../index.ts'
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts'
import type { Help, InitOptions } from '../../types.ts'

let server: FakeServer
let help: Help
const start = (options: Partial<InitOptions> = {}) => {
  help = createHelp({ key: server.key, host: server.host, locale: 'fr', ...options })
}
const dialog = () => page.getByRole('dialog', { name: 'Aide' })

/** Names of all that this widget keeps on the device. */
async function kept(): Promise<string[]> {
  const databases = await indexedDB.databases()
  const names = [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...databases.map(({ name }) => name ?? ''),
  ]
  return names.filter((name) => name.startsWith(`fanal:${server.key}`))
}

async function useHelp(): Promise<void> {
  help.open()
  await expect.element(dialog()).toBeVisible()
  await vi.waitFor(() => expect(server.requests.join()).toContain('/v1/suggestions'))
  help.milestone('premiere-teletransmission')
}

/** Long enough for the first batch to leave, were there one. */
const passBatch = async () => {
  help.close()
  await expect.element(dialog()).not.toBeInTheDocument()
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  await new Promise((resolve) => navigator.locks.request(`fanal:${server.key}:outbox`, resolve))
}

function setNavigator(name: 'globalPrivacyControl' | 'doNotTrack', value: unknown): void {
  Object.defineProperty(navigator, name, { value, configurable: true })
}

beforeEach(() => {
  server = startFakeServer()
})
afterEach(() => {
  help?.destroy()
  server.close()
  Reflect.deleteProperty(navigator, 'globalPrivacyControl')
  Reflect.deleteProperty(navigator, 'doNotTrack')
})

describe.each([
  ['globalPrivacyControl', true],
  ['doNotTrack', '1'],
] as const)('a browser with %s', (name, value) => {
  beforeEach(() => setNavigator(name, value))

  it('gets help, and nothing of it is told or kept', async () => {
    start()
    await useHelp()
    await passBatch()
    expect((await help.info()).consent).toBe('denied')
    expect(server.requests.filter((request) => request.includes('/v1/signals'))).toEqual([])
    expect(await kept()).toEqual([])
  })

  it('is asked by its person: consent at init or by the verb comes first', async () => {
    start({ consent: 'granted' })
    expect((await help.info()).consent).toBe('granted')
    help.destroy()
    start()
    help.consent('granted')
    expect((await help.info()).consent).toBe('granted')
    await useHelp()
    await vi.waitFor(() => expect(server.signals.map((signal) => signal.name)).toContain('panel_opened'), 6000)
  })
})

it.each(['0', 'unspecified', null])('a browser whose doNotTrack is %s says nothing', async (value) => {
  setNavigator('doNotTrack', value)
  start()
  expect((await help.info()).consent).toBe('granted')
})

describe('what an earlier page view kept', () => {
  beforeEach(async () => {
    server.answers.push('offline', 'offline', 'offline')
    start()
    await useHelp()
    await vi.waitFor(async () => expect(await kept()).toContain(`fanal:${server.key}`))
    localStorage.setItem(`fanal:${server.key}:offered`, '["imprimante"]')
    help.destroy()
    server.answers.length = 0
  })
  afterEach(() => localStorage.removeItem(`fanal:${server.key}:offered`))

  const waiting = () =>
    new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(`fanal:${server.key}:outbox`)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const { result } = opening
        const counting = result.transaction('signals').objectStore('signals').count()
        counting.onsuccess = () => {
          result.close()
          resolve(counting.result)
        }
      }
    })
  const inStorage = () =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => name.includes(server.key))

  it.each<[string, () => void]>([
    ['init', () => start({ consent: 'denied' })],
    [
      'the verb',
      () => {
        start()
        help.consent('denied')
        help.open()
      },
    ],
    [
      'the browser',
      () => {
        setNavigator('globalPrivacyControl', true)
        start()
      },
    ],
  ])('goes unsent when consent is refused by %s', async (_, refuse) => {
    const before = server.signals.length
    expect(await waiting()).toBeGreaterThan(0)
    refuse()
    await vi.waitFor(async () => expect(await waiting()).toBe(0))
    await vi.waitFor(() => expect(inStorage()).toEqual([]))
    expect(server.signals).toHaveLength(before)
  })
})

it('storage: false keeps nothing, and what is told leaves from memory', async () => {
  start({ storage: false })
  await useHelp()
  await vi.waitFor(() => expect(server.signals.map((signal) => signal.name)).toContain('panel_opened'), 6000)
  expect(await kept()).toEqual([])
})

describe('beforeSend', () => {
  it('changes a signal, drops it with null, and holds it back by throwing', async () => {
    const problems: string[] = []
    start({
      beforeSend(signal) {
        if (signal.name === 'panel_closed') return null
        if (signal.name === 'milestone_reached') throw new Error('of the host')
        return { ...signal, page: { key: '/masqué' } }
      },
    })
    help.on('error', ({ message }) => problems.push(message))
    await useHelp()
    help.close()
    await vi.waitFor(() => expect(server.signals.map((signal) => signal.name)).toContain('panel_opened'), 6000)
    expect(new Set(server.signals.map((signal) => signal.page.key))).toEqual(new Set(['/masqué']))
    expect(server.signals.map((signal) => signal.name)).not.toContain('panel_closed')
    expect(server.signals.map((signal) => signal.name)).not.toContain('milestone_reached')
    expect(problems).toEqual(['of the host'])
  })
})

describe('data-fanal-private', () => {
  afterEach(() => document.body.replaceChildren())

  it('hides topics and refused fields', async () => {
    const area = (topic: string, more: Partial<HTMLElement['dataset']>) => {
      const section = document.createElement('section')
      Object.assign(section.dataset, { fanalTopic: topic, ...more })
      const field = document.createElement('input')
      section.append(field)
      document.body.append(section)
      return field
    }
    area('diabète', { fanalPrivate: '' }).ariaInvalid = 'true'
    area('facturation', {})
    start()
    expect((await help.info()).topics).toEqual(['facturation'])
    document.querySelector('input')?.focus()
    expect((await help.info()).topics).toEqual(['facturation'])
  })
})
