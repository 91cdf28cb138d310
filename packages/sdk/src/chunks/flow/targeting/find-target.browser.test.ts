import type { FlowTarget } from '@fanal/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { build, clearHost, showHost } from '../testing/host-page.ts'
import { findTarget } from './find-target.ts'

afterEach(clearHost)

/** A page of a practice's software, as one release renders it. `data-truth` marks what each target means, for the test alone. */
function showPractice(): HTMLElement {
  const link = (truth: string, href: string, text: string, more = {}) =>
    build('a', { href, 'data-truth': truth, class: 'nav-item css-1x2y3z', ...more }, build('span', {}, text))
  const field = (truth: string, id: string, label: string, tag = 'input', ...children: Element[]) =>
    build(
      'div',
      { class: 'field' },
      build('label', { for: id }, label),
      build(tag, { id, 'data-truth': truth, class: 'input' }, ...children),
    )
  const row = (name: string, truth = '') =>
    build(
      'tr',
      {},
      build('td', {}, name),
      build(
        'td',
        {},
        build('button', { class: 'btn btn-edit', ...(truth ? { 'data-truth': truth } : {}) }, 'Modifier'),
      ),
      build('td', {}, build('button', { class: 'btn btn-drop' }, 'Supprimer')),
    )
  return showHost(
    build(
      'nav',
      { 'aria-label': 'Menu' },
      link('agenda', '/agenda', 'Agenda'),
      link('patients', '/patients', 'Patients'),
      link('facturation', '/facturation', 'Facturation'),
      link('imprimantes', '/parametres/imprimantes', 'Imprimantes', { 'data-nav': 'imprimantes' }),
      link('vitale', '/parametres/carte-vitale', 'Carte Vitale'),
    ),
    build(
      'section',
      { 'aria-label': 'Imprimantes' },
      build('h2', { 'data-truth': 'titre' }, 'Imprimantes'),
      field(
        'modele',
        'modele',
        'Modèle',
        'select',
        build('option', {}, 'Brother HL'),
        build('option', {}, 'Canon LBP'),
      ),
      field('adresse', 'adresse', 'Adresse réseau'),
      build('label', {}, build('input', { type: 'checkbox', 'data-truth': 'recto', name: 'recto' }), 'Recto verso'),
      build('button', { class: 'btn', 'data-truth': 'tester', 'data-testid': 'tester' }, 'Imprimer une page de test'),
      build('button', { class: 'btn btn-primary', 'data-truth': 'enregistrer', id: 'enregistrer' }, 'Enregistrer'),
      build('button', { class: 'btn', 'data-truth': 'icone', 'aria-label': 'Actualiser la liste' }, '↻'),
    ),
    build(
      'section',
      { 'aria-label': 'Praticiens' },
      build('h2', {}, 'Praticiens'),
      build('table', {}, build('tbody', {}, row('Dr Martin', 'martin'), row('Dr Durand', 'durand'), row('Dr Petit'))),
      build('button', { class: 'btn btn-primary', 'data-truth': 'praticien' }, 'Ajouter un praticien'),
      build('button', { class: 'btn', 'data-truth': 'exporter', 'data-fanal-id': 'export-praticiens' }, 'Exporter'),
    ),
  )
}

const targets: Record<string, FlowTarget> = {
  agenda: { role: 'link', name: 'Agenda', css: 'a[href="/agenda"]', text: 'Agenda' },
  patients: { role: 'link', name: 'Patients', css: 'nav > a:nth-child(2)', text: 'Patients' },
  facturation: { role: 'link', name: 'Facturation', css: '.css-1x2y3z', text: 'Facturation' },
  imprimantes: { role: 'link', name: 'Imprimantes', css: '[data-nav=imprimantes]', text: 'Imprimantes' },
  vitale: { text: 'Carte Vitale', css: 'a[href="/parametres/carte-vitale"]' },
  titre: { role: 'heading', name: 'Imprimantes' },
  modele: { role: 'combobox', name: 'Modèle', css: '#modele' },
  adresse: { role: 'textbox', name: 'Adresse réseau', css: '#adresse' },
  recto: { role: 'checkbox', name: 'Recto verso', css: '[name=recto]' },
  tester: { role: 'button', name: 'Imprimer une page de test', css: '[data-testid=tester]' },
  enregistrer: { role: 'button', name: 'Enregistrer', css: '#enregistrer', text: 'Enregistrer' },
  icone: { role: 'button', name: 'Actualiser la liste' },
  martin: { role: 'button', name: 'Modifier', within: 'Dr Martin' },
  durand: { role: 'button', name: 'Modifier', css: 'tr:nth-child(2) .btn-edit', within: 'Dr Durand' },
  praticien: { role: 'button', name: 'Ajouter un praticien', text: 'Ajouter un praticien', css: '.btn-primary' },
  exporter: { fanal: 'export-praticiens', role: 'button', name: 'Exporter' },
}

const mutations: Record<string, (page: HTMLElement) => void> = {
  'nothing changed': () => {},
  'classes hashed anew': (page) => {
    for (const element of page.querySelectorAll('[class]'))
      element.className = `css-${element.className.length}k3p9q sc-bdVaJa`
  },
  'ids generated': (page) => {
    for (const [index, element] of [...page.querySelectorAll('[id]')].entries()) {
      page.querySelector(`label[for="${element.id}"]`)?.setAttribute('for', `:r${index}:`)
      element.id = `:r${index}:`
    }
  },
  'wrappers added': (page) => {
    for (const element of page.querySelectorAll('[data-truth]')) {
      const wrapper = build('div', { class: 'stack' })
      element.replaceWith(wrapper)
      wrapper.append(element)
    }
  },
  'siblings reversed': (page) => {
    for (const list of page.querySelectorAll('nav, tbody, section')) list.append(...[...list.children].reverse())
  },
  'rows and links inserted': (page) => {
    page.querySelector('nav')?.prepend(build('a', { href: '/accueil', class: 'nav-item' }, 'Accueil'))
    page.querySelector('nav')?.append(build('a', { href: '/imprimantes/aide' }, 'Aide des imprimantes'))
    page
      .querySelector('tbody')
      ?.prepend(
        build(
          'tr',
          {},
          build('td', {}, 'Dr Bernard'),
          build('td', {}, build('button', { class: 'btn-edit' }, 'Modifier')),
        ),
      )
    page.querySelector('section')?.prepend(build('button', { class: 'btn btn-primary' }, 'Enregistrer et imprimer'))
  },
  'counts and icons beside names': (page) => {
    for (const element of page.querySelectorAll('nav a, button.btn-primary')) element.append(build('b', {}, ' (3)'))
  },
  'buttons became links and back': (page) => {
    for (const element of page.querySelectorAll('button[data-truth]')) {
      const link = build('a', { href: '#', role: 'button' }, ...(element.childNodes as unknown as Element[]))
      for (const { name, value } of [...element.attributes]) if (name !== 'type') link.setAttribute(name, value)
      element.replaceWith(link)
    }
  },
  'words in capitals without accents': (page) => {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      node.nodeValue = (node.nodeValue ?? '').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  },
  'a second menu for phones, hidden': (page) => {
    const copy = page.querySelector('nav')?.cloneNode(true) as HTMLElement
    for (const link of copy.querySelectorAll('[data-truth]')) link.removeAttribute('data-truth')
    copy.style.display = 'none'
    page.prepend(copy)
  },
}

/** `null` for one not found, the mark of the element found otherwise. */
function truthOf(target: FlowTarget): string | null {
  const result = findTarget(target)
  return result.status === 'found' ? (result.element.getAttribute('data-truth') ?? 'wrong') : null
}

describe('targets on a page changed by a release', () => {
  it.each(Object.entries(mutations))('%s: all right', (_, mutate) => {
    mutate(showPractice())
    const found = Object.entries(targets).map(([truth, target]) => [truth, truthOf(target)])
    expect(found).toEqual(Object.keys(targets).map((truth) => [truth, truth]))
  })

  it('words replaced: those with an id, an address or a mark of their own are right, the others missing, none wrong', () => {
    const page = showPractice()
    for (const element of page.querySelectorAll('[data-truth], label')) {
      const text =
        [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE) ?? element.querySelector('span')
      if (text) text.textContent = 'Something else'
    }
    const found = Object.entries(targets).map(([truth, target]) => [truth, truthOf(target)])
    expect(found.filter(([truth, got]) => got !== null && got !== truth)).toEqual([])
    expect(found.filter(([, got]) => got !== null).map(([truth]) => truth)).toEqual([
      'agenda',
      'imprimantes',
      'vitale',
      'modele',
      'adresse',
      'recto',
      'tester',
      'enregistrer',
      'icone',
      'exporter',
    ])
  })

  it.each(Object.keys(targets))('%s taken away: nothing is found in its place', (truth) => {
    const page = showPractice()
    const element = page.querySelector(`[data-truth="${truth}"]`)
    ;(element?.closest('tr, .field, label') ?? element)?.remove()
    expect(truthOf(targets[truth] ?? {})).toBeNull()
  })
})

describe('findTarget', () => {
  it('looks into open shadow roots and same-origin frames', () => {
    const shadowHost = build('fake-app')
    shadowHost.attachShadow({ mode: 'open' }).append(build('button', { 'data-truth': 'shadow' }, 'Valider'))
    const frame = build('iframe') as HTMLIFrameElement
    showHost(shadowHost, frame)
    const inner = frame.contentDocument
    inner?.body.append(Object.assign(inner.createElement('button'), { textContent: 'Signer' }))
    expect(truthOf({ role: 'button', name: 'Valider' })).toBe('shadow')
    expect(findTarget({ role: 'button', name: 'Signer' }).status).toBe('found')
  })

  it.each<[string, (element: HTMLElement) => void]>([
    ['display', (element) => element.style.setProperty('display', 'none')],
    ['visibility', (element) => element.style.setProperty('visibility', 'hidden')],
    ['opacity', (element) => element.style.setProperty('opacity', '0')],
    [
      'zero size',
      (element) =>
        Object.assign(element.style, { width: '0', height: '0', padding: '0', border: '0', overflow: 'hidden' }),
    ],
    [
      'a closed fold',
      (element) => Object.assign(element.parentElement?.style ?? {}, { height: '0px', overflow: 'hidden' }),
    ],
    ['a place off the page', (element) => Object.assign(element.style, { position: 'absolute', left: '-9999px' })],
  ])('calls what is hidden by %s hidden', (_, hide) => {
    const element = build('button', {}, 'Valider')
    showHost(build('div', {}, element))
    hide(element)
    expect(findTarget({ role: 'button', name: 'Valider' })).toEqual({ status: 'hidden' })
  })

  it('points at the label of a checkbox that its label draws', () => {
    const input = build('input', { type: 'checkbox' })
    input.style.opacity = '0'
    const label = build('label', {}, input, 'Recto verso')
    showHost(label)
    expect(findTarget({ role: 'checkbox', name: 'Recto verso' })).toEqual({
      status: 'found',
      element: input,
      anchor: label,
    })
  })

  it('knows the section by the heading above, of whatever rank, and not by the one of a neighbour', () => {
    const box = (title: string) =>
      build('div', {}, build('h3', {}, title), build('div', {}, build('button', {}, 'Tester')))
    showHost(
      build('h2', {}, 'Imprimantes'),
      box('L’appareil'),
      box('Le bac'),
      build('h2', {}, 'Scanners'),
      box('Le verre'),
    )
    const buttons = [...document.querySelectorAll('#app button')]
    const inside = (within: string) => {
      const result = findTarget({ role: 'button', name: 'Tester', within })
      return result.status === 'found' ? buttons.indexOf(result.element as HTMLElement) : result.status
    }
    expect(['L’appareil', 'Le bac', 'Scanners', 'Imprimantes', 'Fax'].map(inside)).toEqual([
      0,
      1,
      2,
      'ambiguous',
      'missing',
    ])
  })

  it('takes the link, not the text inside or the list around it', () => {
    const link = build('a', { href: '#' }, build('span', {}, 'Imprimantes'))
    showHost(build('ul', {}, build('li', {}, link)))
    expect(findTarget({ text: 'Imprimantes' })).toMatchObject({ status: 'found', element: link })
  })

  it('survives a selector that is none', () => {
    showHost(build('button', {}, 'Valider'))
    expect(findTarget({ css: 'button[[', name: 'Valider', role: 'button' }).status).toBe('found')
  })
})

describe('what the host marked as private', () => {
  const record = (...children: Element[]) => build('section', { 'data-fanal-private': '' }, ...children)

  it.each<[string, FlowTarget]>([
    ['name', { role: 'button', name: 'Ouvrir le dossier Durand' }],
    ['text', { text: 'Ouvrir le dossier Durand' }],
    ['selector', { css: '#dossier' }],
    ['role', { role: 'row' }],
  ])('is no target, by %s', (_, target) => {
    showHost(
      record(
        build('button', { id: 'dossier' }, 'Ouvrir le dossier Durand'),
        build('div', { role: 'row' }, 'Durand Marie'),
      ),
    )
    expect(findTarget(target)).toEqual({ status: 'missing' })
  })

  it('does not tell which row is meant', () => {
    const row = (name: string) =>
      build('div', { role: 'row' }, build('span', { 'data-fanal-private': '' }, name), build('button', {}, 'Modifier'))
    showHost(row('Durand Marie'), row('Petit Jean'))
    expect(findTarget({ role: 'button', name: 'Modifier', within: 'Durand Marie' }).status).not.toBe('found')
  })

  it('is not looked into, be it a component', () => {
    const component = record()
    component.attachShadow({ mode: 'open' }).append(build('button', {}, 'Enregistrer'))
    showHost(component)
    expect(findTarget({ role: 'button', name: 'Enregistrer' })).toEqual({ status: 'missing' })
  })
})
