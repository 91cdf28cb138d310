import { describe, expect, it } from 'vitest'
import { accentColours, contrastOf } from './accent.ts'

const accents = ['#0b6e6e', '#ffd500', '#ffffff', '#000000', '#777777', '#e0245e', '#00f', '#8bc34a']

describe('accentColours', () => {
  it('keeps the accent as the fill of main buttons', () => {
    expect(accentColours('#e0245e', 'light').fill).toBe('#e0245e')
    expect(accentColours('#00f', 'dark').fill).toBe('#0000ff')
  })

  it('writes white on dark accents and black on light ones', () => {
    expect(accentColours('#0b6e6e', 'light').ink).toBe('#ffffff')
    expect(accentColours('#ffd500', 'light').ink).toBe('#000000')
  })

  it.each(accents)('keeps text at 4.5:1 with %s in both themes', (accent) => {
    for (const theme of ['light', 'dark'] as const) {
      const colours = accentColours(accent, theme)
      expect(contrastOf(colours.ink, colours.fill)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(colours.text, colours.tint)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(colours.text, theme === 'light' ? '#ffffff' : '#1a1d22')).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('falls back to the default accent on anything that is not a hex colour', () => {
    expect(accentColours('red; background: url(x)', 'light').fill).toBe('#0b6e6e')
    expect(accentColours(undefined, 'light').fill).toBe('#0b6e6e')
  })
})
