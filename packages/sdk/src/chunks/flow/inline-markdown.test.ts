import { describe, expect, it } from 'vitest'
import { parseInlineMarkdown } from './inline-markdown.ts'

const text = (value: string) => ({ type: 'text', value })

describe('parseInlineMarkdown', () => {
  it('reads bold, emphasis and code', () => {
    expect(parseInlineMarkdown('Cliquez sur **Imprimantes**, puis *attendez* le `voyant`.')).toEqual([
      text('Cliquez sur '),
      { type: 'strong', children: [text('Imprimantes')] },
      text(', puis '),
      { type: 'emphasis', children: [text('attendez')] },
      text(' le '),
      { type: 'code', value: 'voyant' },
      text('.'),
    ])
  })

  it('reads one inside the other', () => {
    expect(parseInlineMarkdown('**très *important***')).toEqual([
      { type: 'strong', children: [text('très '), { type: 'emphasis', children: [text('important')] }] },
    ])
  })

  it.each(['2 * 3 * 4', 'mon_fichier_final.xml', '**ouvert', '<b>gras</b> & <img src=x onerror=alert(1)>', ''])(
    'leaves %j as it is',
    (source) => {
      expect(parseInlineMarkdown(source)).toEqual(source === '' ? [] : [text(source)])
    },
  )

  it('leaves marks in code and escaped marks alone', () => {
    expect(parseInlineMarkdown('`a*b*c` \\*fin\\*')).toEqual([{ type: 'code', value: 'a*b*c' }, text(' *fin*')])
  })
})
