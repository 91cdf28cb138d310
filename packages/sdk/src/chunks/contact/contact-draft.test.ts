import { describe, expect, it } from 'vitest'
import { afterSending, type ContactDraft, findProblems, prefillDraft } from './contact-draft.ts'

const draft: ContactDraft = {
  id: '0190a0b0-0000-7000-8000-000000000000',
  subject: 'Imprimante',
  message: 'Elle clignote.',
  impact: 'P2',
  email: 'anne@cabinet.fr',
  phone: '06 00 00 00 00',
  attachContext: false,
  flow: undefined,
}

describe('the contact draft', () => {
  it('finds what is missing', () => {
    expect(findProblems({ ...draft, subject: ' ', message: '', email: '' })).toEqual({
      subject: 'missing',
      message: 'missing',
      email: 'missing',
    })
    expect(findProblems(draft)).toEqual({})
  })

  it.each(['anne', 'anne@cabinet', 'anne @cabinet.fr', 'anne@@cabinet.fr'])('refuses the address %s', (email) => {
    expect(findProblems({ ...draft, email })).toEqual({ email: 'wrong' })
  })

  it('never overwrites what the person wrote', () => {
    const filled = prefillDraft({ ...draft, subject: '' }, { subject: 'Carte Vitale', message: 'Autre chose' })
    expect(filled).toMatchObject({ subject: 'Carte Vitale', message: 'Elle clignote.' })
  })

  it('keeps the address and nothing else once the message is sent', () => {
    expect(afterSending(draft)).toEqual({
      id: null,
      subject: '',
      message: '',
      impact: 'P3',
      email: 'anne@cabinet.fr',
      phone: '06 00 00 00 00',
      attachContext: true,
      flow: undefined,
    })
  })
})
