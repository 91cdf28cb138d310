import { describe, expect, it } from 'vitest'
import { translator } from '../../ui/translate.ts'
import { contactWords } from './contact-words.ts'
import { formatHours } from './format-hours.ts'

const fr = translator(contactWords, 'fr')
const en = translator(contactWords, 'en')

describe('formatHours', () => {
  it('says a run of days as a range', () => {
    const hours = { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:30' }
    expect(formatHours(hours, 'fr', fr)).toBe('du lundi au vendredi, 8\u00a0h\u00a0–\u00a018\u00a0h\u00a030')
    expect(formatHours(hours, 'en', en)).toBe('Monday to Friday, 8:00–18:30')
  })

  it('lists days that do not follow each other', () => {
    const hours = { days: [6, 1], from: '09:00', to: '12:00' }
    expect(formatHours(hours, 'fr', fr)).toBe('lundi et samedi, 9\u00a0h\u00a0–\u00a012\u00a0h')
    expect(formatHours(hours, 'en', en)).toBe('Monday and Saturday, 9:00–12:00')
  })

  it('names a single day', () => {
    expect(formatHours({ days: [7], from: '10:00', to: '12:00' }, 'en', en)).toBe('Sunday, 10:00–12:00')
  })
})
