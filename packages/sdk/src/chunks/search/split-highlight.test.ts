import { describe, expect, it } from 'vitest'
import { splitHighlight } from './split-highlight.ts'

describe('splitHighlight', () => {
  it('tells marked parts from plain ones', () => {
    expect(splitHighlight('Mon \ue000ordonnance\ue001 ne s’\ue000imprime\ue001 pas')).toEqual([
      { text: 'Mon ', marked: false },
      { text: 'ordonnance', marked: true },
      { text: ' ne s’', marked: false },
      { text: 'imprime', marked: true },
      { text: ' pas', marked: false },
    ])
  })

  it('leaves markup in titles as the text it is', () => {
    expect(splitHighlight('<img src=x onerror=alert(1)> & <em>')).toEqual([
      { text: '<img src=x onerror=alert(1)> & <em>', marked: false },
    ])
  })

  it('shows the text when marks do not pair up', () => {
    expect(splitHighlight('a\ue001b\ue000c')).toEqual([
      { text: 'ab', marked: false },
      { text: 'c', marked: false },
    ])
  })

  it('gives nothing for what is not a text', () => {
    expect(splitHighlight({ type: 'div' })).toEqual([])
    expect(splitHighlight(undefined)).toEqual([])
  })
})
