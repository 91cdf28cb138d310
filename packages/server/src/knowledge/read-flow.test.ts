import { afterEach, expect, test } from 'vitest'
import { contentFolders, pngHeader } from './content-folder.support.ts'
import { loadContent } from './load-content.ts'

const { make: content, disposeAll } = contentFolders()

afterEach(disposeAll)

/** Findings as an author reads them. */
async function lines(folder: string): Promise<string[]> {
  return (await loadContent(folder)).findings.map(
    ({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`,
  )
}

test('a flow is published with durations in milliseconds, its image as an address', async () => {
  const folder = content({
    'fanal.yaml': 'project: medisoft\n',
    'images/x.png': pngHeader(1, 1),
    'flows/imprimante.yaml': `
title: Configurer l'imprimante
version: 3
start: { when: first-visit, page: /parametres/imprimantes }
steps:
  - id: ouvrir
    target: { role: link, name: Imprimantes }
    title: Ouvrez
    advance: { on: click }
    verify: { page: /parametres/imprimantes, within: 30s }
    wait: 2s
    fallback: { text: Passez par le menu, image: ../images/x.png }
  - id: voyant
    checkpoint: Le voyant est-il vert ?
    answers:
      - { label: Oui, next: ouvrir }
      - { label: Non, contact: true }
done: { milestone: imprimante-prete }
`,
  })
  const { flows, findings } = await loadContent(folder)
  expect(findings).toEqual([])
  expect(flows).toEqual([
    {
      id: 'imprimante',
      title: "Configurer l'imprimante",
      locale: 'fr',
      version: 3,
      start: { when: 'first-visit', page: '/parametres/imprimantes' },
      steps: [
        {
          id: 'ouvrir',
          target: { role: 'link', name: 'Imprimantes' },
          title: 'Ouvrez',
          advance: { on: 'click' },
          verify: { page: '/parametres/imprimantes', withinMs: 30_000 },
          waitMs: 2000,
          fallback: { text: 'Passez par le menu', image: '/assets/content/medisoft/images/x.png' },
        },
        {
          id: 'voyant',
          checkpoint: 'Le voyant est-il vert ?',
          answers: [
            { label: 'Oui', next: 'ouvrir' },
            { label: 'Non', contact: true },
          ],
        },
      ],
      done: { milestone: 'imprimante-prete' },
    },
  ])
})

test('a flow that could go wrong names the line that would', async () => {
  const folder = content({
    'fanal.yaml': 'project: medisoft\n',
    'flows/a.yaml': `title: A
start: { when: first-visit }
steps:
  - id: un
    title: Un
    next: troi
    advance: { on: hover }
  - id: trois
    text: Trois
    verify: { page: /a, within: 30 secondes }
  - id: trois
    checkpoint: Ça va ?
    answers:
      - label: Oui
        article: inconnu
`,
    'flows/b.yaml': `title: B
steps:
  - id: un
    title: Un
    next: deus
  - id: deux
    title: Deux
    advance: { on: click }
  - id: deux
    checkpoint: Ça va ?
    answers: [{ label: Oui, article: inconnu }]
start: { when: first-visit }
`,
    'flows/c.yaml':
      'title: C\nsteps:\n  - id: un\n    checkpoint: Ça va ?\n    answers:\n      - label: Oui\n        article: inconnu\n',
  })
  expect(await lines(folder)).toEqual([
    'flows/a.yaml:7 error "steps.0.advance.on" is "hover": must be click, input, change, submit, next, event:NAME or page:/GLOB.',
    'flows/a.yaml:10 error "steps.1.verify.within" is "30 secondes": must be a duration such as 30s, 500ms or 2m.',
    'flows/b.yaml:5 error There is no step "deus" to go on to. Did you mean "deux"?',
    'flows/b.yaml:8 error advance on click needs a target. Name the element, or write on: next.',
    'flows/b.yaml:9 error The step id "deux" is used twice. Give each step its own.',
    'flows/b.yaml:12 error A first-visit start needs a page or a feature. Write where it begins, such as page: /parametres.',
    'flows/c.yaml:7 error There is no article "inconnu".',
  ])
})
