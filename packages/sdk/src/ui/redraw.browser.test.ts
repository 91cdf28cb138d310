import { beforeEach, describe, expect, it } from 'vitest'
import { button, element } from './element.ts'
import { redraw, redrawChanged } from './redraw.ts'

let into: HTMLElement
const press = (words: string) => button('button', words, () => {})

beforeEach(() => {
  into = element('div')
  document.body.replaceChildren(into)
})

describe('redraw', () => {
  it('leaves the focus with the same words on another button', () => {
    redraw(into, press('Retour'), press('Continuer'))
    into.querySelectorAll('button')[1]?.focus()
    redraw(into, press('Continuer'))
    expect(document.activeElement).toBe(into.firstElementChild)
  })
})

describe('redrawChanged', () => {
  it('leaves a part that has not changed where it is, so that a press on it is not lost', () => {
    redraw(into, element('p', {}, 'Cherche…'), element('div', {}, press('Continuer')), element('p', {}, 'fin'))
    const kept = into.querySelector('button')
    redrawChanged(into, element('p', {}, 'Trouvé'), element('div', {}, press('Continuer')))
    expect(into.querySelector('button')).toBe(kept)
    expect(into.textContent).toBe('TrouvéContinuer')
  })

  it('adds what is new, and keeps the focus where its control had to be made again', () => {
    redraw(into, element('div', {}, press('Continuer')))
    into.querySelector('button')?.focus()
    redrawChanged(into, element('div', {}, press('Continuer'), press('Réessayer')), element('footer', {}, 'aide'))
    expect(document.activeElement?.textContent).toBe('Continuer')
    expect(into.lastElementChild?.textContent).toBe('aide')
  })
})
