import { describe, expect, it } from 'vitest'
import { translator } from '../../ui/translate.ts'
import { formatReply } from './format-reply.ts'
import { receiptWords } from './receipt-words.ts'

const fr = translator(receiptWords, 'fr')
const en = translator(receiptWords, 'en')
const now = Date.UTC(2026, 2, 3, 9, 0)
const zone = 'Europe/Paris'

describe('formatReply', () => {
  it('says today and tomorrow', () => {
    expect(formatReply('2026-03-03T16:30:00Z', 'fr', fr, now, zone)).toBe(
      'Réponse prévue avant aujourd’hui à 17\u00a0h\u00a030',
    )
    expect(formatReply('2026-03-04T09:00:00Z', 'fr', fr, now, zone)).toBe('Réponse prévue avant demain à 10\u00a0h')
    expect(formatReply('2026-03-03T16:30:00Z', 'en', en, now, zone)).toBe('Reply expected before 17:30 today')
  })

  it('names the day beyond tomorrow', () => {
    expect(formatReply('2026-03-09T09:00:00Z', 'fr', fr, now, zone)).toBe(
      'Réponse prévue avant le lundi 9 mars à 10\u00a0h',
    )
    expect(formatReply('2026-03-09T09:00:00Z', 'en', en, now, zone)).toBe(
      'Reply expected before 10:00 on Monday, March 9',
    )
  })

  it('promises nothing the project does not promise', () => {
    expect(formatReply(null, 'fr', fr, now, zone)).toBe('Le support vous répond dès que possible.')
    expect(formatReply('soon', 'en', en, now, zone)).toBe('Support will answer as soon as possible.')
  })
})
