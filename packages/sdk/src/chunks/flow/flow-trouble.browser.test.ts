/** Steps that do not go as their author meant, and what people, hosts and owners are told of them. */
import type { Flow, FlowStep } from '@fanal/contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FlowHandle } from '../../chunks.ts'
import { openFlows } from './entry.ts'
import { build, clearHost, showHost } from './testing/host-page.ts'
import { createTestRuntime, makeFlow, type TestRuntime, type TestRuntimeOptions } from './testing/test-runtime.ts'

let runtime: TestRuntime
let flows: FlowHandle

async function play(flow: Flow, options: Partial<TestRuntimeOptions> = {}) {
  open(flow, options)
  await flows.start(flow.id, 'visitor')
}

function open(flow: Flow, options: Partial<TestRuntimeOptions> = {}) {
  runtime = createTestRuntime({ flows: [flow], ...options })
  flows = openFlows(runtime)
}

function leave() {
  flows.destroy()
  runtime.remove()
}

const card = (name: string) => page.getByRole('dialog', { name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const failures = () => runtime.signals.filter(({ name }) => name === 'flow_step_failed').map(({ props }) => props)
const exits = () => runtime.signals.filter(({ name }) => name === 'flow_exited').map(({ props }) => props)

const last: FlowStep = { id: 'b', title: 'Deux' }

afterEach(() => {
  leave()
  clearHost()
  vi.restoreAllMocks()
})

describe('a predicate of the host', () => {
  const asked: FlowStep = { id: 'a', title: 'Un', verify: { predicate: 'imprimante-prete', withinMs: 60_000 } }

  it('that turns true carries the person on, though nothing in the page changes', async () => {
    let ready = false
    await play(makeFlow([asked, last]), { predicates: { 'imprimante-prete': () => ready } })
    await expect.element(card('Un')).toBeVisible()
    ready = true
    await expect.element(card('Deux')).toBeVisible()
    expect(failures()).toEqual([])
  })

  it('may take its time to answer, and is asked one question at a time', async () => {
    const answers: ((holds: boolean) => void)[] = []
    const predicate = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)))
    const host = showHost()
    await play(makeFlow([asked, last]), { predicates: { 'imprimante-prete': predicate } })
    await expect.poll(() => answers.length).toBe(1)
    host.append(build('p', {}, 'Changement'))
    answers[0]?.(false)
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.(true)
    await expect.element(card('Deux')).toBeVisible()
  })

  it('that throws counts as no; the host is told once, the person nothing', async () => {
    let times = 0
    const predicate = () => {
      times += 1
      if (times < 3) throw new TypeError('pas de pilote')
      return true
    }
    await play(makeFlow([asked, last]), { predicates: { 'imprimante-prete': predicate } })
    await expect.element(card('Un')).toBeVisible()
    await expect.element(card('Deux')).toBeVisible()
    expect(runtime.faults).toMatchObject([
      {
        code: 'PREDICATE_FAILED',
        message: 'fanal: predicate "imprimante-prete" threw (flow and step: essai, a; docs/flows.md#predicates)',
        cause: { message: 'pas de pilote' },
      },
    ])
  })

  it('that is missing is told as such to the host, the owner and the person, who may go on', async () => {
    await play(makeFlow([asked, last]), { predicates: {} })
    await expect.poll(() => runtime.faults).toMatchObject([{ code: 'PREDICATE_MISSING' }])
    expect(failures()).toEqual([])
    await button('Continuer').click()
    await expect.element(card('Un')).toMatchTextContent(/ne peut pas être vérifiée ici/)
    expect(failures()).toEqual([{ flowId: 'essai', stepId: 'a', reason: 'predicate_missing' }])
    expect(button('Vérifier à nouveau').query()).toBeNull()
    await button('Continuer quand même').click()
    await expect.element(card('Deux')).toBeVisible()
  })
})

describe('an assertion that does not come true in time', () => {
  const tested: FlowStep = {
    id: 'a',
    title: 'Un',
    advance: { on: 'event:teste' },
    verify: { element: { css: '#etat.pret' }, withinMs: 150, expected: 'la ligne du haut passe à « Prête »' },
    article: 'voyants-imprimante',
  }
  const act = () => document.dispatchEvent(new CustomEvent('teste'))

  it('says what was expected in the author’s words, and offers the article and support; the flow waits', async () => {
    await play(makeFlow([tested, last]))
    act()
    await expect.element(card('Un')).toMatchTextContent(/Résultat attendu.: la ligne du haut passe à « Prête »/)
    await button('Lire l’article').click()
    expect(runtime.articles).toEqual(['voyants-imprimante'])
    await button('Contacter le support').click()
    expect(runtime.contacts).toEqual([
      {
        flow: { id: 'essai', version: 1, stepId: 'a', path: ['a'], answers: {}, failure: 'verify_failed' },
      },
    ])
    await button('Vérifier à nouveau').click()
    showHost(build('p', { id: 'etat', class: 'pret' }, 'Prête'))
    await expect.element(card('Deux')).toBeVisible()
    expect(failures()).toEqual([{ flowId: 'essai', stepId: 'a', reason: 'verify_failed' }])
  })

  it('leaves a way on where the words for it cannot be loaded', async () => {
    await play(makeFlow([tested, last]), { broken: true })
    act()
    await expect.poll(failures).toHaveLength(1)
    await button('Continuer').click()
    await expect.element(card('Deux')).toBeVisible()
  })
})

describe('what the owners are told of a target that was not found', () => {
  const target = { role: 'button', name: 'Valider', css: '[data-action=valider]' }
  const candidates = async (...host: Element[]) => {
    showHost(...host)
    await play(makeFlow([{ id: 'a', title: 'Un', target, waitMs: 1500 }, last]))
    await expect.poll(failures).toHaveLength(1)
    return failures()[0]
  }

  it('names how near others came, without a word of the page', async () => {
    expect(
      await candidates(
        build('button', { id: 'durand', class: 'dossier-durand', title: 'Durand' }, 'Valider'),
        build('button', { 'data-fanal-id': 'signer' }, 'Valider'),
        build('button', { 'data-fanal-id': 'patient-18754' }, 'Valider le dossier de Marie Durand'),
        build('button', {}, 'Annuler'),
      ),
    ).toEqual({
      flowId: 'essai',
      stepId: 'a',
      reason: 'target_ambiguous',
      candidates: [
        'button name:same css:no',
        'button data-fanal-id:signer name:same css:no',
        'button name:contains css:no',
      ],
    })
  })

  it('says that the nearest does not show', async () => {
    const hidden = build('button', { 'data-action': 'valider' }, 'Valider')
    hidden.style.visibility = 'hidden'
    expect(await candidates(hidden)).toMatchObject({
      reason: 'target_hidden',
      candidates: ['button name:same css:yes hidden'],
    })
  })

  it('says nothing of a page that holds nothing like it', async () => {
    expect(await candidates(build('p', {}, 'Rien'))).toEqual({
      flowId: 'essai',
      stepId: 'a',
      reason: 'target_missing',
    })
  })
})

describe('a step whose page does not open', () => {
  const led = makeFlow([
    {
      id: 'a',
      title: 'Un',
      page: '/parametres',
      target: { role: 'link', name: 'Imprimantes' },
      advance: { on: 'click' },
    },
    { id: 'b', title: 'Deux', page: '/parametres/imprimantes', waitMs: 1200 },
  ])
  const click = () => userEvent.click(document.querySelector('#app a') as HTMLElement)
  const link = () => build('a', { href: '#' }, 'Imprimantes')

  it('after what was done should have opened it is a mismatch, told once, and says where to go', async () => {
    showHost(link())
    await play(led, { page: '/parametres' })
    await click()
    runtime.goTo('/parametres/materiel')
    await expect.element(card('Deux')).toMatchTextContent(/autre page/)
    await expect.poll(failures).toEqual([{ flowId: 'essai', stepId: 'b', reason: 'page_mismatch' }])
    runtime.goTo('/parametres/imprimantes')
    await expect.element(card('Deux')).not.toMatchTextContent(/autre page/)
    expect(failures()).toHaveLength(1)
  })

  it('is one too where the click loaded another page', async () => {
    showHost(link())
    await play(led, { page: '/parametres' })
    await click()
    leave()
    open(led, { page: '/parametres/materiel' })
    await expect.element(card('Deux')).toMatchTextContent(/autre page/)
    await expect.poll(failures).toEqual([{ flowId: 'essai', stepId: 'b', reason: 'page_mismatch' }])
  })

  it('is none where the person went on by « Continuer »', async () => {
    await play(led, { page: '/parametres' })
    await button('Continuer').click()
    await expect.element(card('Deux')).toMatchTextContent(/autre page/)
    await expect.element(page.getByRole('link', { name: 'Ouvrir la page' })).toBeVisible()
    expect(failures()).toEqual([])
  })
})

describe('a flow that nobody came back to', () => {
  const guide = makeFlow([{ id: 'a', title: 'Un', page: '/imprimantes' }, last])
  const later = (hours: number) => {
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now + hours * 3_600_000)
  }

  it.each([
    ['timeout', 'was left on its step', '/imprimantes'],
    ['navigated', 'was left for another page', '/agenda'],
  ] as const)('ends as %s where it %s, be it told by another tab', async (reason, _, page) => {
    await play(guide, { page: '/imprimantes' })
    runtime.goTo(page)
    leave()
    sessionStorage.clear()
    later(13)
    open(guide, { page: '/agenda' })
    await expect.poll(exits).toEqual([{ flowId: 'essai', stepId: 'a', reason }])
    leave()
    open(guide, { page: '/imprimantes' })
    await expect.poll(() => flows.running).toBeNull()
    expect(exits()).toEqual([])
  })

  it('is taken up again after eleven hours', async () => {
    await play(guide, { page: '/imprimantes' })
    leave()
    later(11)
    open(guide, { page: '/imprimantes' })
    await expect.element(card('Un')).toBeVisible()
    expect(exits()).toEqual([])
  })
})
