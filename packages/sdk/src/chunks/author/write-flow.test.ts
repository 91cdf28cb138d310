import type { Flow } from '@fanal/contract'
import { flowFileSchema } from '@fanal/contract/schema'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeFlow } from './write-flow.ts'

const flow: Flow = {
  id: 'imprimante',
  title: 'Configurer l’imprimante : première fois',
  locale: 'fr',
  version: 1,
  start: { when: 'manual' },
  steps: [
    {
      id: 'ouvrir',
      page: '/parametres',
      target: { role: 'link', name: 'Imprimantes', css: '[data-nav=imprimantes]' },
      title: 'Ouvrez Imprimantes',
      text: 'Ouvrez **Imprimantes**.',
      advance: { on: 'click' },
      verify: { page: '/parametres/imprimantes', withinMs: 10_000 },
    },
    {
      id: 'question',
      checkpoint: 'Le voyant est-il vert ?',
      answers: [
        { label: 'Oui', next: 'done' },
        { label: 'Non', contact: true },
      ],
    },
  ],
  done: {},
}

it('writes a flow as its author would', () => {
  expect(writeFlow(flow)).toBe(`id: imprimante
title: "Configurer l’imprimante : première fois"
locale: fr
version: 1
start: manual
steps:
  - id: ouvrir
    page: /parametres
    target: { role: link, name: Imprimantes, css: "[data-nav=imprimantes]" }
    title: Ouvrez Imprimantes
    text: Ouvrez **Imprimantes**.
    advance: { on: click }
    verify: { page: /parametres/imprimantes, within: 10s }
  - id: question
    checkpoint: Le voyant est-il vert ?
    answers:
      - { label: Oui, next: done }
      - { label: Non, contact: true }
`)
})

it('what it writes is a flow by the contract', () => {
  expect(flowFileSchema.parse(parse(writeFlow(flow))).steps[0]?.verify).toEqual({
    page: '/parametres/imprimantes',
    within: 10_000,
  })
})

it('any text comes back as it was, whatever it looks like', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...tricky))
  fc.assert(
    fc.property(anyText, (text) => {
      const [step] = flow.steps
      const written = writeFlow({
        ...flow,
        title: text,
        steps: [{ id: 'a', target: { name: text }, title: text, ...step }],
      })
      expect(parse(written)).toMatchObject({ title: text.replace(/\p{Cs}/gu, '') })
    }),
    { numRuns: 500 },
  )
})

const tricky = [
  'yes',
  'No',
  'on',
  'null',
  '~',
  '1',
  '1e3',
  '0x1',
  '2024-01-15',
  '- a',
  'a: b',
  'a #b',
  '# a',
  '*a',
  '&a',
  '!a',
  '%',
  '@',
  '`',
  '|',
  '>',
  "l'a",
  '"',
  '\\',
  '{a}',
  '[a]',
  'a,b',
  'é\u00a0: à',
  '\t',
  '\n',
  '',
  ' a ',
  '…',
  '/a',
  '/a:b',
  'a.',
  '.a',
  '---',
  'a -',
  '=',
  '<<',
  'y',
]
