import type { Flow } from '@fanal/contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
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

const names = () => runtime.signals.map(({ name }) => name)
const card = (name: string) => page.getByRole('dialog', { name })
const button = (name: string) => page.getByRole('button', { name, exact: true })

afterEach(() => {
  flows.destroy()
  runtime.remove()
  clearHost()
})

const printers = { role: 'link', name: 'Imprimantes' }

describe('a step', () => {
  it('is a dialog named by its title, says where it stands, and offers its ways', async () => {
    showHost(build('a', { href: '#p' }, 'Imprimantes'))
    await play(
      makeFlow([
        { id: 'a', title: 'Ouvrez les imprimantes', text: 'Cliquez sur **Imprimantes**.', target: printers },
        { id: 'b', title: 'Choisissez' },
      ]),
    )
    const dialog = card('Ouvrez les imprimantes')
    await expect.element(dialog).toBeVisible()
    await expect.element(dialog).toMatchTextContent(/Étape 1 sur 2/)
    await expect.element(dialog).toHaveAccessibleDescription('Cliquez sur Imprimantes.')
    await expect.element(button('Continuer')).toBeVisible()
    await expect.element(button('Quitter le guide')).toBeVisible()
    await expect.element(button('Contacter le support')).toBeVisible()
    expect(button('Retour').query()).toBeNull()
    await button('Continuer').click()
    await expect.element(card('Choisissez')).toMatchTextContent(/Étape 2 sur 2/)
    await button('Retour').click()
    await expect.element(card('Ouvrez les imprimantes')).toBeVisible()
  })

  it('advances on the click of its target, which the host hears once', async () => {
    const heard = vi.fn((event: Event) => event.preventDefault())
    const link = build('a', { href: '#p' }, 'Imprimantes')
    link.addEventListener('click', heard)
    showHost(link)
    await play(
      makeFlow([
        { id: 'a', title: 'Un', target: printers, advance: { on: 'click' } },
        { id: 'b', title: 'Deux' },
      ]),
    )
    await expect.element(card('Un')).toBeVisible()
    await userEvent.click(link)
    await expect.element(card('Deux')).toBeVisible()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(names()).toEqual(['flow_started', 'flow_step_seen', 'flow_step_seen'])
  })

  it('stores the next step before the host’s own listeners run', async () => {
    const link = build('a', { href: '#p' }, 'Imprimantes')
    let stored = ''
    link.addEventListener('click', (event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      stored = sessionStorage.getItem('fanal:pk_essai:flow') ?? ''
    })
    showHost(link)
    await play(
      makeFlow([
        { id: 'a', title: 'Un', target: printers, advance: { on: 'click' } },
        { id: 'b', title: 'Deux' },
      ]),
    )
    await userEvent.click(link)
    expect(JSON.parse(stored)).toMatchObject({ flowId: 'essai', stepId: 'b' })
  })

  it('leaves keys to the field and waits for a pause in the typing', async () => {
    const field = build('input', { id: 'numero' }) as HTMLInputElement
    const keys: string[] = []
    field.addEventListener('keydown', ({ key }) => keys.push(key))
    showHost(build('label', { for: 'numero' }, 'Numéro FINESS'), field)
    await play(
      makeFlow([
        { id: 'a', title: 'Un', target: { role: 'textbox', name: 'Numéro FINESS' }, advance: { on: 'input' } },
        { id: 'b', title: 'Deux' },
      ]),
    )
    await userEvent.click(field)
    await userEvent.keyboard('75{ArrowLeft}{Escape}0')
    expect(keys).toEqual(['7', '5', 'ArrowLeft', 'Escape', '0'])
    expect(document.activeElement).toBe(field)
    await expect.element(card('Deux')).toBeVisible()
    expect(document.activeElement).toBe(field)
    expect(field.value).toBe('705')
  })

  it('advances on a change, on a submit and on an event of the host', async () => {
    const select = build(
      'select',
      { 'aria-label': 'Imprimante' },
      build('option', {}, 'Aucune'),
      build('option', {}, 'Brother'),
    )
    const submitted = vi.fn((event: Event) => event.preventDefault())
    const form = build('form', { 'aria-label': 'Essai' }, build('button', {}, 'Envoyer'))
    form.addEventListener('submit', submitted)
    showHost(select, form)
    await play(
      makeFlow([
        { id: 'a', title: 'Un', target: { role: 'combobox', name: 'Imprimante' }, advance: { on: 'change' } },
        { id: 'b', title: 'Deux', target: { role: 'button', name: 'Envoyer' }, advance: { on: 'submit' } },
        { id: 'c', title: 'Trois', advance: { on: 'event:imprimante-prete' } },
        { id: 'd', title: 'Quatre' },
      ]),
    )
    await userEvent.selectOptions(select, 'Brother')
    await expect.element(card('Deux')).toBeVisible()
    await userEvent.click(form.querySelector('button') as HTMLElement)
    await expect.element(card('Trois')).toBeVisible()
    expect(submitted).toHaveBeenCalledTimes(1)
    document.dispatchEvent(new CustomEvent('imprimante-prete'))
    await expect.element(card('Quatre')).toBeVisible()
  })
})

describe('a question', () => {
  const question: Flow = makeFlow(
    [
      {
        id: 'voyant',
        checkpoint: 'Voyez-vous le voyant vert ?',
        answers: [
          { label: 'Oui', next: 'choisir' },
          { label: 'Non', next: 'allumer' },
          { label: 'Je ne sais pas', article: 'voyants-imprimante' },
        ],
      },
      { id: 'allumer', title: 'Allumez-la', next: 'voyant' },
      { id: 'choisir', title: 'Choisissez-la' },
    ],
    { done: { ask: 'Le problème est-il résolu ?', milestone: 'imprimante-prete' } },
  )

  it('names the dialog, branches, and shows the answer given on the way back', async () => {
    await play(question)
    await expect.element(card('Voyez-vous le voyant vert ?')).toBeVisible()
    expect(page.getByRole('group', { name: 'Voyez-vous le voyant vert ?' }).query()).not.toBeNull()
    expect(button('Continuer').query()).toBeNull()
    await button('Non').click()
    await expect.element(card('Allumez-la')).toBeVisible()
    await button('Retour').click()
    await expect.element(page.getByRole('button', { name: 'Non (votre réponse)', pressed: true })).toBeVisible()
    await button('Oui').click()
    await expect.element(card('Choisissez-la')).toBeVisible()
  })

  it('opens the article of an answer and waits', async () => {
    await play(question)
    await button('Je ne sais pas').click()
    expect(runtime.articles).toEqual(['voyants-imprimante'])
    await expect.element(card('Voyez-vous le voyant vert ?')).toBeVisible()
  })

  it('ends with whether the problem is solved; « Non » hands over with the whole way', async () => {
    await play(question)
    await button('Oui').click()
    await button('Continuer').click()
    await expect.element(card('Le problème est-il résolu ?')).toBeVisible()
    await button('Non').click()
    expect(page.getByRole('dialog').query()).toBeNull()
    expect(runtime.signals.slice(-2)).toEqual([
      { name: 'milestone_reached', props: { name: 'imprimante-prete' } },
      { name: 'flow_completed', props: { flowId: 'essai', solved: false } },
    ])
    expect(runtime.contacts).toEqual([
      {
        flow: { id: 'essai', version: 1, stepId: 'choisir', path: ['voyant', 'choisir'], answers: { voyant: 'Oui' } },
      },
    ])
  })

  it('keeps the focus in the card when the pressed button goes', async () => {
    await play(question)
    await button('Oui').click()
    await expect.element(card('Choisissez-la')).toBeVisible()
    await expect.poll(() => runtime.root.activeElement?.getAttribute('role')).toBe('dialog')
  })
})

describe('an assertion', () => {
  it('passes by itself when the element comes true', async () => {
    const host = showHost(build('button', {}, 'Tester'))
    await play(
      makeFlow([
        {
          id: 'a',
          title: 'Un',
          target: { role: 'button', name: 'Tester' },
          verify: { element: { css: '#etat[data-etat=pret]' } },
        },
        { id: 'b', title: 'Deux' },
      ]),
    )
    await expect.element(card('Un')).toBeVisible()
    host.append(build('output', { id: 'etat', 'data-etat': 'pret' }, 'Prête'))
    await expect.element(card('Deux')).toBeVisible()
  })

  it('that does not come true in time says what was expected, and offers the remedy', async () => {
    showHost(build('button', {}, 'Tester'))
    await play(
      makeFlow([
        {
          id: 'a',
          title: 'Un',
          target: { role: 'button', name: 'Tester' },
          advance: { on: 'click' },
          verify: { text: 'Page de test imprimée', withinMs: 150 },
          remedy: 'cable',
        },
        { id: 'b', title: 'Deux', next: 'done' },
        { id: 'cable', title: 'Vérifiez le câble', next: 'a' },
      ]),
    )
    await userEvent.click(document.querySelector('#app button') as HTMLElement)
    await expect.element(card('Un')).toMatchTextContent(/Page de test imprimée.» n’apparaît pas/)
    expect(runtime.signals.at(-1)).toEqual({
      name: 'flow_step_failed',
      props: { flowId: 'essai', stepId: 'a', reason: 'verify_failed' },
    })
    await expect.element(button('Continuer quand même')).toBeVisible()
    await button('Vérifiez le câble').click()
    await expect.element(card('Vérifiez le câble')).toBeVisible()
    await button('Continuer').click()
    await userEvent.click(document.querySelector('#app button') as HTMLElement)
    showHost(build('p', {}, 'Page de test imprimée.'))
    await expect.element(card('Deux')).toBeVisible()
  })

  it('reads the value of a field', async () => {
    const field = build('input', { 'aria-label': 'Code' }) as HTMLInputElement
    showHost(field)
    await play(
      makeFlow([
        { id: 'a', title: 'Un', verify: { element: { role: 'textbox', name: 'Code', value: '1234' } } },
        { id: 'b', title: 'Deux' },
      ]),
    )
    await userEvent.fill(field, '1234')
    await expect.element(card('Deux')).toBeVisible()
  })
})

describe('support and leaving', () => {
  it('opens support from any step, with the state; the flow waits', async () => {
    await play(
      makeFlow([
        { id: 'a', title: 'Un' },
        { id: 'b', title: 'Deux' },
      ]),
    )
    await button('Continuer').click()
    await button('Contacter le support').click()
    expect(runtime.contacts).toEqual([
      { flow: { id: 'essai', version: 1, stepId: 'b', path: ['a', 'b'], answers: {} } },
    ])
    await expect.element(card('Deux')).toBeVisible()
  })

  it('ends at « Quitter le guide » and gives the focus back', async () => {
    const start = build('button', {}, 'Démarrer')
    showHost(start)
    start.focus()
    await play(makeFlow([{ id: 'a', title: 'Un' }]))
    expect(runtime.root.activeElement?.getAttribute('role')).toBe('dialog')
    await button('Quitter le guide').click()
    expect(page.getByRole('dialog').query()).toBeNull()
    expect(document.activeElement).toBe(start)
    expect(runtime.signals.at(-1)).toEqual({
      name: 'flow_exited',
      props: { flowId: 'essai', stepId: 'a', reason: 'quit' },
    })
    expect(flows.running).toBeNull()
  })

  it.each([
    ['the host’s code starts it', 'api'],
    ['the person who asked for it has gone on to a field', 'visitor'],
  ] as const)('does not take the focus when %s', async (_, by) => {
    const field = build('input', { 'aria-label': 'Nom' })
    showHost(field)
    field.focus()
    const flow = makeFlow([{ id: 'a', title: 'Un', target: { role: 'textbox', name: 'Nom' } }])
    runtime = createTestRuntime({ flows: [flow] })
    flows = openFlows(runtime)
    await flows.start('essai', by)
    await expect.element(card('Un')).toBeVisible()
    expect(document.activeElement).toBe(field)
  })
})
