import { describe, expect, it } from 'vitest'
import { type Candidate, chooseCandidate } from './score-candidates.ts'

const link = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  role: 'link',
  name,
  text: name,
  matchesCss: false,
  fanalId: null,
  standsWithin: false,
  visible: true,
  ...more,
})

const printers = { role: 'link', name: 'Imprimantes', css: '[data-nav=imprimantes]', text: 'Imprimantes' }

describe('chooseCandidate', () => {
  it('finds the element that every signal names', () => {
    const verdict = chooseCandidate(
      printers,
      [link('Agenda'), link('Imprimantes', { matchesCss: true }), link('Carte Vitale')],
      'identity',
    )
    expect(verdict).toMatchObject({ status: 'found', index: 1 })
  })

  it('finds it without its selector', () => {
    expect(chooseCandidate(printers, [link('Agenda'), link('Imprimantes')], 'identity')).toMatchObject({ index: 1 })
  })

  it('finds it with its name changed, when an id stayed and no other bears the name', () => {
    const renamed = link('Printers', { matchesCss: true })
    expect(chooseCandidate(printers, [link('Calendar'), renamed], 'identity')).toMatchObject({ index: 1 })
    expect(chooseCandidate(printers, [link('Calendar'), renamed], 'weak')).toEqual({ status: 'missing' })
    expect(chooseCandidate(printers, [link('Imprimantes'), renamed], 'identity')).toMatchObject({ index: 0 })
  })

  it('finds it by a mark of the product, when only one bears it and it stayed what it is', () => {
    const save = { role: 'button', name: 'Enregistrer', css: '[data-action=save]' }
    const renamed = link('Save', { role: 'button', matchesCss: true })
    expect(chooseCandidate(save, [renamed, link('Cancel', { role: 'button' })], 'strong')).toMatchObject({ index: 0 })
    expect(chooseCandidate(save, [renamed, renamed], 'strong')).toEqual({ status: 'missing' })
    expect(chooseCandidate(save, [{ ...renamed, role: 'heading' }], 'strong')).toEqual({ status: 'missing' })
  })

  it('finds it by its name alone, when its mark and its role changed', () => {
    const invoices = { role: 'link', name: 'Facturation', css: '[data-nav=facturation]' }
    const turned = link('Facturation 3', { role: 'button' })
    expect(chooseCandidate(invoices, [turned, link('Patients')], 'identity')).toMatchObject({ index: 0 })
    expect(chooseCandidate(invoices, [turned, turned], 'identity')).toEqual({ status: 'ambiguous' })
    expect(chooseCandidate(invoices, [{ ...turned, role: 'heading' }], 'identity')).toEqual({ status: 'missing' })
  })

  it('finds it with a count beside its name', () => {
    const inbox = { role: 'link', name: 'Messages' }
    expect(chooseCandidate(inbox, [link('Messages (3)'), link('Agenda')], 'none')).toMatchObject({ index: 0 })
  })

  it('does not take a neighbour that shares some words', () => {
    const target = { role: 'button', name: 'Supprimer Martin', css: '[data-action=supprimer]' }
    const neighbour = link('Supprimer Durand', { role: 'button', matchesCss: true })
    expect(chooseCandidate(target, [neighbour], 'strong')).toEqual({ status: 'missing' })
  })

  it('does not take a longer name on its own', () => {
    const target = { role: 'button', name: 'Enregistrer', text: 'Enregistrer' }
    const longer = link('Enregistrer et imprimer', { role: 'button' })
    expect(chooseCandidate({ ...target, css: '#save' }, [longer], 'identity')).toEqual({ status: 'missing' })
  })

  it('takes a longer name beside a mark of the product, and not beside a class', () => {
    const target = { role: 'button', name: 'Enregistrer', text: 'Enregistrer' }
    const longer = link('Enregistrer et imprimer', { role: 'button', matchesCss: true })
    expect(chooseCandidate({ ...target, css: '[data-action=save]' }, [longer], 'strong')).toMatchObject({ index: 0 })
    expect(chooseCandidate({ ...target, css: '.btn-primary' }, [longer], 'weak')).toEqual({ status: 'missing' })
    expect(chooseCandidate(target, [longer], 'none')).toEqual({ status: 'missing' })
  })

  it('is ambiguous between two of the same name, until a section tells them apart', () => {
    const edit = (standsWithin: boolean) => link('Modifier', { role: 'button', standsWithin })
    const target = { role: 'button', name: 'Modifier' }
    expect(chooseCandidate(target, [edit(false), edit(true)], 'none')).toEqual({ status: 'ambiguous' })
    expect(chooseCandidate({ ...target, within: 'Dr Martin' }, [edit(false), edit(true)], 'none')).toMatchObject({
      index: 1,
    })
    expect(chooseCandidate({ ...target, within: 'Dr Martin' }, [edit(false)], 'none')).toEqual({ status: 'missing' })
  })

  it('says hidden for one that does not show, and takes its visible twin', () => {
    const target = { role: 'link', name: 'Agenda' }
    expect(chooseCandidate(target, [link('Agenda', { visible: false })], 'none')).toEqual({ status: 'hidden' })
    expect(chooseCandidate(target, [link('Agenda', { visible: false }), link('Agenda')], 'none')).toMatchObject({
      index: 1,
    })
  })

  it('follows the author’s own mark whatever else changed', () => {
    const marked = link('Printers', { role: 'button', fanalId: 'imprimantes' })
    expect(chooseCandidate({ fanal: 'imprimantes', name: 'Imprimantes' }, [marked], 'none')).toMatchObject({ index: 0 })
    expect(
      chooseCandidate({ fanal: 'imprimantes', name: 'Agenda' }, [link('Agenda', { fanalId: 'agenda' })], 'none'),
    ).toEqual({ status: 'missing' })
  })

  it('takes a role for nothing by itself', () => {
    expect(chooseCandidate({ role: 'link' }, [link('Agenda')], 'none')).toEqual({ status: 'missing' })
  })
})
