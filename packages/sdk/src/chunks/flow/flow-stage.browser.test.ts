import type { Flow, FlowStep } from '@fanal/contract'
import axe from 'axe-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { FlowHandle } from '../../chunks.ts'
import { openFlows } from './entry.ts'
import { build, clearHost, showHost } from './testing/host-page.ts'
import { createTestRuntime, makeFlow, type TestRuntime, type TestRuntimeOptions } from './testing/test-runtime.ts'

let runtime: TestRuntime
let flows: FlowHandle

async function play(flow: Flow, options: Partial<TestRuntimeOptions> = {}) {
  runtime = createTestRuntime({ flows: [flow], ...options })
  flows = openFlows(runtime)
  await flows.start(flow.id, 'visitor')
}

const card = (name: string) => page.getByRole('dialog', { name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const failures = () => runtime.signals.filter(({ name }) => name === 'flow_step_failed').map(({ props }) => props)
const part = (className: string) => {
  const roots = [runtime.root, document.querySelector('fanal-flow')?.shadowRoot]
  return roots.map((root) => root?.querySelector<HTMLElement>(className)).find(Boolean)
}
const ringBox = () => {
  const ring = part('.flow-ring')
  return ring && !ring.hidden ? ring.getBoundingClientRect() : null
}

const save: FlowStep = {
  id: 'a',
  title: 'Enregistrez',
  target: { role: 'button', name: 'Enregistrer' },
  advance: { on: 'click' },
}
const last: FlowStep = { id: 'b', title: 'Terminé' }

afterEach(async () => {
  flows.destroy()
  runtime.remove()
  clearHost()
  document.documentElement.removeAttribute('dir')
  await page.viewport(1280, 800)
})

describe('the target', () => {
  it('may come late; the card is of use meanwhile', async () => {
    const host = showHost()
    await play(makeFlow([save, last]))
    await expect.element(card('Enregistrez')).toBeVisible()
    expect(ringBox()).toBeNull()
    const late = build('button', {}, 'Enregistrer')
    host.append(late)
    await expect.poll(ringBox).not.toBeNull()
    await userEvent.click(late)
    await expect.element(card('Terminé')).toBeVisible()
    expect(failures()).toEqual([])
  })

  it('that never comes leaves its text in a fixed place, with support; the flow goes on', async () => {
    showHost()
    await play(makeFlow([{ ...save, waitMs: 100, fallback: { text: 'Menu **Fichier**, puis Enregistrer.' } }, last]))
    await expect.element(card('Enregistrez')).toMatchTextContent(/Menu Fichier, puis Enregistrer\..*n’a pas été trouvé/)
    expect(failures()).toEqual([{ flowId: 'essai', stepId: 'a', reason: 'target_missing' }])
    await expect.element(button('Contacter le support')).toBeVisible()
    await button('Continuer').click()
    await expect.element(card('Terminé')).toBeVisible()
  })

  it('that is there but does not show is reported as hidden, and found once it shows', async () => {
    const target = build('button', {}, 'Enregistrer')
    target.style.display = 'none'
    showHost(target)
    await play(makeFlow([{ ...save, waitMs: 100 }, last]))
    await expect.poll(failures).toEqual([{ flowId: 'essai', stepId: 'a', reason: 'target_hidden' }])
    target.style.display = ''
    await expect.poll(ringBox).not.toBeNull()
    await expect.element(card('Enregistrez')).not.toMatchTextContent(/n’a pas été trouvé/)
    expect(failures()).toHaveLength(1)
  })

  it('that could be two is none', async () => {
    showHost(build('button', {}, 'Enregistrer'), build('button', {}, 'Enregistrer'))
    await play(makeFlow([{ ...save, waitMs: 100 }, last]))
    await expect.poll(failures).toEqual([{ flowId: 'essai', stepId: 'a', reason: 'target_ambiguous' }])
  })

  it('replaced by a re-render is found again, without a second signal, and its click counts', async () => {
    const host = showHost(build('button', {}, 'Enregistrer'))
    await play(makeFlow([save, last]))
    await expect.poll(ringBox).not.toBeNull()
    const fresh = build('button', {}, 'Enregistrer')
    fresh.style.marginTop = '200px'
    host.replaceChildren(fresh)
    await expect.poll(() => Math.round(ringBox()?.top ?? 0)).toBe(Math.round(fresh.getBoundingClientRect().top) - 4)
    await userEvent.click(fresh)
    await expect.element(card('Terminé')).toBeVisible()
    expect(runtime.signals.filter(({ name }) => name === 'flow_step_seen')).toHaveLength(2)
    expect(failures()).toEqual([])
  })

  it('is followed when it moves without any event', async () => {
    const target = build('button', {}, 'Enregistrer')
    Object.assign(target.style, { position: 'absolute', top: '100px', left: '100px' })
    showHost(target)
    await play(makeFlow([save, last]))
    await expect.poll(() => ringBox()?.top).toBe(96)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('#app button { translate: 0 150px }')
    document.adoptedStyleSheets.push(sheet)
    await expect.poll(() => ringBox()?.top).toBe(246)
    document.adoptedStyleSheets.pop()
  })

  it('is scrolled to, and cut where its own scroller cuts it', async () => {
    const target = build('button', {}, 'Enregistrer')
    const scroller = build('div', {}, build('p'), target, build('p'))
    for (const filler of scroller.querySelectorAll('p')) filler.style.height = '1200px'
    Object.assign(scroller.style, { height: '300px', overflow: 'auto' })
    showHost(scroller)
    await play(makeFlow([save, last]))
    await expect.poll(() => scroller.scrollTop).toBeGreaterThan(900)
    await expect.poll(ringBox).not.toBeNull()
    scroller.scrollTop = 0
    await expect.poll(ringBox).toBeNull()
    await expect.element(card('Enregistrez')).toBeVisible()
  })

  it('in a same-origin frame is pointed at where the frame shows it', async () => {
    const frame = build('iframe') as HTMLIFrameElement
    Object.assign(frame.style, { border: '0', margin: '50px', width: '400px', height: '200px' })
    showHost(frame)
    const inner = frame.contentDocument as Document
    const target = Object.assign(inner.createElement('button'), { textContent: 'Enregistrer' })
    inner.body.append(target)
    await play(makeFlow([save, last]))
    const expected = frame.getBoundingClientRect().top + target.getBoundingClientRect().top - 4
    await expect.poll(() => Math.round(ringBox()?.top ?? 0)).toBe(Math.round(expected))
    await userEvent.click(page.frameLocator(page.elementLocator(frame)).getByRole('button', { name: 'Enregistrer' }))
    await expect.element(card('Terminé')).toBeVisible()
  })
})

describe('the layers', () => {
  it('stands inside a modal dialog of the host while one is open, and leaves it as it was', async () => {
    const dialog = build('dialog', { 'aria-label': 'Hôte' }, build('button', {}, 'Enregistrer')) as HTMLDialogElement
    document.body.append(dialog)
    dialog.showModal()
    await play(makeFlow([save, { ...last, checkpoint: 'Tout va bien ?', answers: [{ label: 'Très bien' }] }]))
    await userEvent.click(dialog.querySelector('button') as HTMLElement)
    await button('Très bien').click()
    expect(flows.running).toBeNull()
    expect(dialog.children).toHaveLength(1)
  })

  it('moves into a dialog that opens over it and out again when it closes', async () => {
    showHost(build('p', {}, 'Page'))
    const dialog = build('dialog', { 'aria-label': 'Hôte' }, build('p', {}, 'Attention')) as HTMLDialogElement
    document.body.append(dialog)
    await play(makeFlow([{ id: 'a', title: 'Un' }, { id: 'c', title: 'Deux' }, last]))
    dialog.showModal()
    await button('Continuer').click()
    await expect.element(card('Deux')).toBeVisible()
    dialog.close()
    await button('Continuer').click()
    await expect.element(card('Terminé')).toBeVisible()
  })

  it('does not close the host’s menu that holds the target', async () => {
    const menu = build('div', { popover: 'auto' }, build('button', {}, 'Enregistrer'))
    showHost(menu)
    menu.showPopover()
    await play(makeFlow([{ ...save, text: 'Lisez.' }, last]))
    await expect.poll(ringBox).not.toBeNull()
    await page.getByText('Lisez.').click()
    expect(menu.matches(':popover-open')).toBe(true)
    await userEvent.click(menu.querySelector('button') as HTMLElement)
    await expect.element(card('Terminé')).toBeVisible()
  })

  it('lets clicks beside the target through', async () => {
    const heard = vi.fn()
    const other = build('button', {}, 'Autre chose')
    other.addEventListener('click', heard)
    showHost(build('button', {}, 'Enregistrer'), other)
    await play(makeFlow([save, last]))
    await expect.poll(ringBox).not.toBeNull()
    await userEvent.click(other)
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('keeps keys and focus events of its own from the host', async () => {
    const heard = vi.fn()
    for (const name of ['keydown', 'focusin']) document.addEventListener(name, heard)
    await play(makeFlow([{ id: 'a', title: 'Un' }, last]))
    await userEvent.keyboard('{Tab}{Enter}')
    for (const name of ['keydown', 'focusin']) document.removeEventListener(name, heard)
    expect(heard).not.toHaveBeenCalled()
    await expect.poll(() => flows.running).toBeNull()
  })
})

describe('the card', () => {
  it.each([
    [320, 568, 'ltr'],
    [1280, 800, 'rtl'],
    [320, 256, 'ltr'],
  ])('stays inside a window of %i × %i (%s) with its buttons in reach', async (width, height, dir) => {
    await page.viewport(width, height)
    document.documentElement.dir = dir
    const target = build('button', {}, 'Enregistrer')
    Object.assign(target.style, { position: 'absolute', top: '900px', insetInlineEnd: '4px' })
    showHost(target)
    document.body.style.minHeight = '2000px'
    await play(
      makeFlow([
        { ...save, text: 'Un texte assez long pour faire deux ou trois lignes dans une carte étroite.' },
        last,
      ]),
    )
    await expect.poll(ringBox).not.toBeNull()
    const box = part('.flow-card')?.getBoundingClientRect() ?? new DOMRect()
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(width)
    expect(box.bottom).toBeLessThanOrEqual(height)
    await button('Continuer').click()
    await expect.element(card('Terminé')).toBeVisible()
    document.body.style.minHeight = ''
  })

  it('does not cover the target on a phone', async () => {
    await page.viewport(320, 568)
    const target = build('button', {}, 'Enregistrer')
    target.style.marginTop = '300px'
    showHost(target)
    document.body.style.minHeight = '2000px'
    await play(
      makeFlow([
        { ...save, text: 'Un texte assez long pour faire deux ou trois lignes dans une carte étroite.' },
        last,
      ]),
    )
    await expect.poll(ringBox).not.toBeNull()
    await userEvent.click(target)
    await expect.element(card('Terminé')).toBeVisible()
    document.body.style.minHeight = ''
  })

  it('appears without motion for people who asked for less', async () => {
    const wish = (value: string) =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })
    const animations = () => part('.flow-card')?.getAnimations({ subtree: true }).length
    await play(makeFlow([{ id: 'a', title: 'Un' }]))
    expect(animations()).toBe(1)
    flows.stop()
    await wish('reduce')
    await flows.start('essai', 'visitor')
    expect(animations()).toBe(0)
    await wish('')
  })

  it('says each step aloud', async () => {
    await play(makeFlow([{ id: 'a', title: 'Un' }, last]))
    await button('Continuer').click()
    await expect.element(page.getByRole('status')).toHaveTextContent('Étape 2 sur 2. Terminé')
  })

  it.each(['light', 'dark'] as const)('has no accessibility finding (%s)', async (theme) => {
    showHost(build('button', {}, 'Enregistrer'))
    await play(
      makeFlow([
        { ...save, text: 'Cliquez sur **Enregistrer**.' },
        { id: 'b', checkpoint: 'Est-ce fait ?', answers: [{ label: 'Oui' }, { label: 'Non', next: 'a' }] },
      ]),
      { theme },
    )
    await expect.poll(ringBox).not.toBeNull()
    const check = async () => {
      const context = { fromShadowDom: ['fanal-help', '.flow-card'] } as unknown as axe.ElementContext
      const { violations } = await axe.run(context, { rules: { region: { enabled: false } } })
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
    }
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
    expect(await check()).toEqual([])
    await userEvent.click(document.querySelector('#app button') as HTMLElement)
    await expect.element(card('Est-ce fait ?')).toBeVisible()
    expect(await check()).toEqual([])
  })
})

describe('the end', () => {
  it('leaves nothing behind, twenty times over', async () => {
    const target = build('button', {}, 'Enregistrer')
    showHost(target)
    runtime = createTestRuntime({ flows: [makeFlow([save, last])] })
    flows = openFlows(runtime)
    const nodes = document.querySelectorAll('*').length
    const ledger = keepLedger()
    for (let run = 0; run < 20; run += 1) {
      await flows.start('essai', 'visitor')
      await expect.poll(ringBox).not.toBeNull()
      if (run % 2) await button('Quitter le guide').click()
      else flows.stop()
    }
    ledger.close()
    expect(document.querySelectorAll('*')).toHaveLength(nodes)
    expect(runtime.root.childElementCount).toBe(0)
    expect(ledger.left()).toEqual([])
  })
})

/** Counts what outlives a flow unless it is taken back: listeners on the page, observers, timers. */
function keepLedger() {
  const open = new Map<string, number>()
  const undos: (() => void)[] = []
  const count = (key: string, by: number) => open.set(key, Math.max(0, (open.get(key) ?? 0) + by))
  const numbers = new WeakMap<object, number>()
  let last = 0
  const numberOf = (value: object) => {
    numbers.set(value, numbers.get(value) ?? ++last)
    return numbers.get(value)
  }
  /** Puts `around` in place of a method until the ledger is closed. */
  const wrap = <T extends object, K extends keyof T>(owner: T, name: K, around: (original: T[K]) => T[K]) => {
    const original = owner[name]
    owner[name] = around(original)
    undos.push(() => {
      owner[name] = original
    })
  }
  const ours = () => /chunks\/flow/.test(new Error().stack ?? '')
  wrap(
    EventTarget.prototype,
    'addEventListener',
    (original) =>
      function (this: EventTarget, type, listener, options) {
        const isLasting = !(this instanceof Node) || this.isConnected
        if (isLasting && listener && ours()) {
          const key = `${type} ${numberOf(this)} ${numberOf(listener)}`
          count(key, 1)
          const signal = typeof options === 'object' ? options.signal : undefined
          if (signal) original.call(signal, 'abort', () => count(key, -1))
        }
        original.call(this, type, listener, options)
      },
  )
  wrap(
    EventTarget.prototype,
    'removeEventListener',
    (original) =>
      function (this: EventTarget, type, listener, options) {
        if (listener) count(`${type} ${numberOf(this)} ${numberOf(listener)}`, -1)
        original.call(this, type, listener, options)
      },
  )
  for (const Observer of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const prototype = Observer.prototype as { observe(...args: unknown[]): void; disconnect(): void }
    wrap(
      prototype,
      'observe',
      (original) =>
        function (this: object, ...args) {
          if (ours()) open.set(`${Observer.name} ${numberOf(this)}`, 1)
          original.apply(this, args)
        },
    )
    wrap(
      prototype,
      'disconnect',
      (original) =>
        function (this: object) {
          open.set(`${Observer.name} ${numberOf(this)}`, 0)
          original.apply(this)
        },
    )
  }
  return {
    close: () => {
      for (const undo of undos) undo()
    },
    left: () => [...open].filter(([, number]) => number > 0).map(([key]) => key),
  }
}
