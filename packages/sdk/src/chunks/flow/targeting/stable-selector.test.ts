import { describe, expect, it } from 'vitest'
import { stableSelector } from './stable-selector.ts'

describe('stableSelector', () => {
  it.each([
    ['#enregistrer', '#enregistrer', 'identity'],
    ['[data-nav=imprimantes]', '[data-nav=imprimantes]', 'identity'],
    ['nav a[href="/parametres"]', 'nav   a[href="/parametres"]', 'strong'],
    ['button[data-action="save"]', 'button[data-action="save"]', 'strong'],
    ['.btn-facturer', '.btn-facturer', 'weak'],
    ['ul > li:nth-child(3) > a', 'ul > li:nth-child(3) > a', 'weak'],
    ['button', '', 'none'],
    ['.p-4.flex', '', 'none'],
    ['', '', 'none'],
  ])('keeps %s', (css, selector, strength) => {
    expect(stableSelector(css)).toEqual({ selector, strength })
  })

  it.each([
    ['#radix-:r1:', 'none'],
    ['#:r4:', 'none'],
    ['#ember1234', 'none'],
    ['#P0-1', 'none'],
    ['#mat-input-3', 'none'],
    ['.css-1x2y3z', 'none'],
    ['.sc-bdVaJa', 'none'],
    ['div.Button_primary__3xY2z', 'none'],
    ['[class*="css-9ab2c"]', 'none'],
    ['main .css-1x2y3z > .btn-facturer', 'weak'],
    ['button.css-1abc9.btn-facturer', 'weak'],
  ])('trusts nothing generated in %s', (css, strength) => {
    expect(stableSelector(css).strength).toBe(strength)
    expect(stableSelector(css).selector).not.toMatch(/:r|1234|css-|sc-|3xY2z/)
  })
})
