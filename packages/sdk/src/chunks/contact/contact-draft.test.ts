import { describe, expect, it } from 'vitest'
import { afterSending, type ContactDraft, findProblems, prefillDraft, writeDraft } from './contact-draft.ts'

const draft: ContactDraft = {
  id: '0190a0b0-0000-7000-8000-000000000000',
  subject: 'Imprimante',
  message: 'Elle clignote.',
  impact: 'P2',
  email: 'anne@cabinet.fr',
  phone: '06 00 00 00 00',
  attachContext: false,
  leftOut: ['searches'],
  written: ['subject', 'message'],
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

  it('finds what is too long, and how long it may be is counted without the blanks around it', () => {
    expect(findProblems({ ...draft, subject: `${'x'.repeat(200)} `, message: 'x'.repeat(5001) })).toEqual({
      message: 'long',
    })
  })

  it('never overwrites what the person wrote', () => {
    const filled = prefillDraft(draft, { subject: 'Carte Vitale', message: 'Autre chose', impact: 'P1' })
    expect(filled).toMatchObject({ subject: 'Imprimante', message: 'Elle clignote.', impact: 'P1' })
  })

  it('takes the newest prefill whole where the person has written nothing', () => {
    const first = prefillDraft(
      { ...draft, subject: '', message: '', written: [] },
      { subject: 'A', message: 'a', impact: 'P1' },
    )
    expect(prefillDraft(first, { subject: 'B' })).toMatchObject({ subject: 'B', message: '', impact: 'P3' })
  })

  it('keeps the rest of a prefill the person has begun to change', () => {
    const first = prefillDraft({ ...draft, subject: '', message: '', written: [] }, { subject: 'A', message: 'a' })
    const changed = writeDraft(first, { subject: 'A, encore' })
    expect(prefillDraft(changed, { impact: 'P2' })).toMatchObject({ subject: 'A, encore', message: 'a', impact: 'P2' })
  })

  it('is another message once its text is another', () => {
    expect(writeDraft(draft, { message: 'Elle s’éteint.' }).id).toBeNull()
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
      leftOut: [],
      written: [],
      flow: undefined,
    })
  })
})
