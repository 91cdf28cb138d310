/** The card over whatever the host opens, and the host's own surfaces beside it (docs/flows.md#what-holds). Real mouse and keys. */
import type { Flow, FlowStep } from '@fanal/contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FlowHandle } from '../../chunks.ts'
import { openFlows } from './entry.ts'
import { build, clearHost, showHost } from './testing/host-page.ts'
import { createTestRuntime, makeFlow, type TestRuntime } from './testing/test-runtime.ts'

let runtime: TestRuntime
let flows: FlowHandle

async function play(flow: Flow) {
  runtime = createTestRuntime({ flows: [flow] })
  flows = openFlows(runtime)
  await flows.start(flow.id, 'visitor')
}

const card = (name: string) => page.getByRole('dialog', { name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const names = () => runtime.signals.map(({ name }) => name)
const part = (className: string) => {
  const roots = [runtime.root, ...[...document.querySelectorAll('fanal-flow')].map(({ shadowRoot }) => shadowRoot)]
  return roots.map((root) => root?.querySelector<HTMLElement>(className)).find(Boolean)
}
const ringShows = () => part('.flow-ring')?.hidden === false
/** What a mouse would hit in the middle of the element. */
const hit = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, top + height / 2)
}

const save: FlowStep = {
  id: 'a',
  title: 'Enregistrez',
  target: { role: 'button', name: 'Enregistrer' },
  advance: { on: 'click' },
}
const last: FlowStep = { id: 'z', title: 'Terminé' }

afterEach(() => {
  flows.destroy()
  runtime.remove()
  clearHost()
})

describe('inside a modal dialog of the host', () => {
  it('that is small, transformed and cuts off what overflows, every button of the card can be clicked', async () => {
    const dialog = build('dialog', { 'aria-label': 'Hôte' }, build('button', {}, 'Enregistrer')) as HTMLDialogElement
    Object.assign(dialog.style, { width: '180px', height: '90px', overflow: 'hidden', transform: 'rotate(2deg)' })
    document.body.append(dialog)
    dialog.showModal()
    await play(makeFlow([{ id: '0', title: 'Bienvenue' }, save, last]))
    await button('Continuer').click()
    await expect.poll(ringShows).toBe(true)
    await button('Retour').click()
    await expect.element(card('Bienvenue')).toBeVisible()
    await button('Contacter le support').click()
    expect(runtime.contacts).toHaveLength(1)
    await button('Quitter le guide').click()
    expect(dialog.children).toHaveLength(1)
    expect(dialog.open).toBe(true)
  })

  it('that the target opens, the next step goes on, and comes out again with it', async () => {
    const inside = build('button', {}, 'Confirmer')
    const dialog = build('dialog', { 'aria-label': 'Hôte' }, inside) as HTMLDialogElement
    const opener = build('button', {}, 'Enregistrer')
    opener.addEventListener('click', () => dialog.showModal())
    inside.addEventListener('click', () => dialog.close())
    showHost(opener)
    document.body.append(dialog)
    const confirm: FlowStep = {
      id: 'b',
      title: 'Confirmez',
      text: 'Dans la fenêtre qui vient de s’ouvrir.',
      target: { role: 'button', name: 'Confirmer' },
      advance: { on: 'click' },
    }
    await play(makeFlow([save, confirm, last]))
    await userEvent.click(opener)
    await expect.element(card('Confirmez')).toBeVisible()
    await page.getByText('Dans la fenêtre qui vient de s’ouvrir.').click()
    await userEvent.click(inside)
    await button('Quitter le guide').click()
    expect(names().at(-1)).toBe('flow_exited')
    expect(dialog.children).toHaveLength(1)
  })
})

describe('menus and portals', () => {
  const pick: FlowStep = {
    id: 'b',
    title: 'Choisissez',
    text: 'Prenez le format.',
    target: { role: 'menuitem', name: 'PDF' },
    advance: { on: 'click' },
  }

  it('a menu that the target opens stays open while the card is clicked, and its items are usable', async () => {
    const item = build('button', { role: 'menuitem' }, 'PDF')
    const menu = build('div', { id: 'formats', popover: 'auto', role: 'menu' }, item)
    showHost(build('button', { popovertarget: 'formats' }, 'Enregistrer'), menu)
    await play(makeFlow([save, pick, last]))
    await userEvent.click(document.querySelector('#app button') as HTMLElement)
    await expect.element(card('Choisissez')).toBeVisible()
    await expect.poll(ringShows).toBe(true)
    await page.getByText('Prenez le format.').click()
    expect(menu.matches(':popover-open')).toBe(true)
    await userEvent.click(item)
    await expect.element(card('Terminé')).toBeVisible()
    menu.hidePopover()
    expect(menu.children).toHaveLength(1)
  })

  it('a portal drawn over everything is found and can be clicked under the spotlight', async () => {
    const item = build('button', { role: 'menuitem' }, 'PDF')
    const portal = build('div', { role: 'menu' }, item)
    Object.assign(portal.style, { position: 'fixed', inset: '40px auto auto 40px', zIndex: '2147483647' })
    const opener = build('button', {}, 'Enregistrer')
    opener.addEventListener('click', () => document.querySelector('#app')?.append(portal))
    showHost(opener)
    await play(makeFlow([save, pick, last]))
    await userEvent.click(opener)
    await expect.poll(ringShows).toBe(true)
    expect(hit(item)).toBe(item)
    await userEvent.click(item)
    await expect.element(card('Terminé')).toBeVisible()
  })
})

describe('a target that comes and goes', () => {
  const row = () => {
    const element = build('li', {}, build('button', {}, 'Enregistrer'))
    element.style.height = '40px'
    return element
  }

  it('as a row of a virtual list is lost with its text in place, and found again, told once', async () => {
    const list = build('ul', {}, row())
    showHost(list)
    await play(makeFlow([{ ...save, fallback: { text: 'Le bouton de la première ligne.' } }, last]))
    await expect.poll(ringShows).toBe(true)
    list.replaceChildren(build('li', {}, 'Une autre ligne'))
    await expect.poll(ringShows).toBe(false)
    await expect.element(card('Enregistrez')).toMatchTextContent(/Le bouton de la première ligne/)
    list.replaceChildren(row())
    await expect.poll(ringShows).toBe(true)
    await expect.element(card('Enregistrez')).not.toMatchTextContent(/Le bouton de la première ligne/)
    expect(names().filter((name) => name === 'flow_step_seen')).toHaveLength(1)
    expect(names().filter((name) => name === 'flow_step_failed')).toHaveLength(1)
    await userEvent.click(document.querySelector('#app button') as HTMLElement)
    await expect.element(card('Terminé')).toBeVisible()
  })

  it('that a style sheet shows, without any change of the page, is found', async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('#app button { visibility: hidden }')
    document.adoptedStyleSheets.push(sheet)
    showHost(build('button', {}, 'Enregistrer'))
    await play(makeFlow([{ ...save, waitMs: 60_000 }, last]))
    await expect.element(card('Enregistrez')).toBeVisible()
    expect(ringShows()).toBe(false)
    document.adoptedStyleSheets.pop()
    await expect.poll(ringShows).toBe(true)
  })

  it('below a sticky header is scrolled clear of it', async () => {
    const header = build('header', {}, 'MediCab')
    Object.assign(header.style, { position: 'sticky', top: '0', height: '64px', zIndex: '9' })
    const target = build('button', {}, 'Enregistrer')
    target.style.marginTop = '2400px'
    showHost(header, target)
    document.body.style.minHeight = '5000px'
    await play(makeFlow([save, last]))
    await expect.poll(ringShows).toBe(true)
    expect(hit(target)).toBe(target)
    document.body.style.minHeight = ''
  })

  it('shows the text and the image of the step where it never comes', async () => {
    showHost()
    await play(
      makeFlow([
        { ...save, waitMs: 100, fallback: { text: 'Tout en bas.', image: '/assets/content/x/bas.png' } },
        last,
      ]),
    )
    await expect.element(card('Enregistrez')).toMatchTextContent(/Tout en bas/)
    expect(part('.flow-card img')?.getAttribute('src')).toBe(`${location.origin}/assets/content/x/bas.png`)
  })
})

describe('input', () => {
  it('in the highlighted field is the host’s, every key of it, and a form submits once', async () => {
    const field = build('input', { 'aria-label': 'Code' }) as HTMLInputElement
    const form = build('form', { 'aria-label': 'Essai' }, field, build('button', {}, 'Envoyer'))
    const keys: [string, boolean][] = []
    document.addEventListener('keydown', ({ key, defaultPrevented }) => keys.push([key, defaultPrevented]))
    const submitted = vi.fn((event: Event) => event.preventDefault())
    form.addEventListener('submit', submitted)
    showHost(form)
    await play(
      makeFlow([{ id: 'a', title: 'Un', target: { role: 'textbox', name: 'Code' }, advance: { on: 'submit' } }, last]),
    )
    await userEvent.click(field)
    await userEvent.keyboard('12{Home}0{End}{ArrowUp}{Escape}{Tab}{Shift>}{Tab}{/Shift}{Enter}')
    expect(field.value).toBe('012')
    expect(keys.map(([key]) => key)).toEqual([
      '1',
      '2',
      'Home',
      '0',
      'End',
      'ArrowUp',
      'Escape',
      'Tab',
      'Shift',
      'Tab',
      'Enter',
    ])
    expect(keys.every(([, prevented]) => !prevented)).toBe(true)
    expect(submitted).toHaveBeenCalledTimes(1)
    await expect.element(card('Terminé')).toBeVisible()
    expect(document.activeElement).toBe(field)
  })

  it('on a target that its own listener replaces counts once', async () => {
    const host = showHost()
    const heard = vi.fn()
    const fresh = () => {
      const target = build('button', {}, 'Enregistrer')
      target.addEventListener('click', () => {
        heard()
        host.replaceChildren(fresh())
      })
      return target
    }
    host.append(fresh())
    await play(makeFlow([save, { ...save, id: 'b', title: 'Encore' }, last]))
    await expect.poll(ringShows).toBe(true)
    await userEvent.click(document.querySelector('#app button') as HTMLElement)
    await expect.element(card('Encore')).toBeVisible()
    await expect.poll(ringShows).toBe(true)
    await userEvent.click(document.querySelector('#app button') as HTMLElement)
    await expect.element(card('Terminé')).toBeVisible()
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it('goes on in its field while steps come and go: positioning takes no focus', async () => {
    const field = build('input', { 'aria-label': 'Code' }) as HTMLInputElement
    showHost(field, build('button', {}, 'Enregistrer'))
    await play(makeFlow([{ id: 'a', title: 'Un', advance: { on: 'event:suite' } }, { ...save, id: 'b' }, last]))
    await userEvent.click(field)
    document.dispatchEvent(new CustomEvent('suite'))
    await expect.element(card('Enregistrez')).toBeVisible()
    await expect.poll(ringShows).toBe(true)
    await userEvent.keyboard('75')
    expect(field.value).toBe('75')
  })
})

describe('with the keyboard', () => {
  it('Tab reaches every control of the card, and the target before it', async () => {
    showHost(build('button', {}, 'Enregistrer'))
    await play(makeFlow([{ id: '0', title: 'Bienvenue' }, save, last]))
    await button('Continuer').click()
    await expect.element(card('Enregistrez')).toBeVisible()
    await expect.poll(ringShows).toBe(true)
    const focused = () => {
      const focus = runtime.root.activeElement ?? document.activeElement
      return focus?.getAttribute('aria-label') ?? focus?.textContent
    }
    const dialog = part('.flow-card')
    dialog?.focus()
    const reached: (string | null | undefined)[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      await userEvent.keyboard('{Tab}')
      reached.push(focused())
    }
    expect(reached).toEqual(['Quitter le guide', 'Retour', 'Continuer', 'Contacter le support'])
    dialog?.focus()
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(focused()).toBe('Enregistrer')
    await userEvent.keyboard('{Enter}')
    await expect.element(card('Terminé')).toBeVisible()
  })
})
