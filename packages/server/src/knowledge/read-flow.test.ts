import { afterEach, expect, test } from 'vitest'
import { contentFolders, pngHeader } from './content-folder.support.ts'
import { loadContent } from './load-content.ts'
import { readFlow } from './read-flow.ts'

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
      - { label: Oui, next: done }
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
            { label: 'Oui', next: 'done' },
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
    'flows/a.yaml:7 error "advance.on" of step "un" is "hover": must be click, input, change, submit, next, event:NAME or page:/GLOB.',
    'flows/a.yaml:10 error "verify.within" of step "trois" is "30 secondes": must be a duration such as 30s, 500ms or 2m.',
    'flows/b.yaml:5 error There is no step "deus" to go on to. Did you mean "deux"?',
    'flows/b.yaml:8 error advance on click needs a target. Name the element, or write on: next.',
    'flows/b.yaml:9 error The step id "deux" is used twice. Give each step its own.',
    'flows/b.yaml:12 error A first-visit start needs a page or a feature. Write where it begins, such as page: /parametres.',
    'flows/c.yaml:5 warning No answer of "un" goes on. Give one of them next: with a step, or next: done to end there.',
    'flows/c.yaml:7 error There is no article "inconnu".',
  ])
})

/** What is wrong in a flow, without the file's name. */
function findingsOf(text: string): string[] {
  return readFlow('flows/f.yaml', text, 'fr')
    .findings.sort((a, b) => a.line - b.line)
    .map(({ line, severity, message }) => `${line} ${severity} ${message}`)
}

test.each([
  [
    'a key nobody knows, in a step and in a target',
    'title: A\nsteps:\n  - id: un\n    title: Un\n    tite: x\n    target: { rol: button, name: x }\n',
    [
      '5 warning There is no key "tite" of step "un"; it is left out. Did you mean "title"?',
      '6 warning There is no key "target.rol" of step "un"; it is left out. Did you mean "role"?',
    ],
  ],
  [
    'words where keys belong',
    'title: A\nsteps:\n  - id: un\n    title: Un\n    target: "#x"\n    advance: click\n    fallback: Va voir\n',
    [
      '5 error "target" of step "un" is "#x"; write it as { role: button, name: Enregistrer }.',
      '6 error "advance" of step "un" is "click"; write it as { on: click }.',
      '7 error "fallback" of step "un" is "Va voir"; write it as { text: … }.',
    ],
  ],
  [
    'durations without a unit',
    'title: A\nsteps:\n  - id: un\n    title: Un\n    wait: 5\n    verify: { page: /a, within: 30 }\n',
    [
      '5 error "wait" of step "un" is 5; write it as 10s.',
      '6 error "verify.within" of step "un" is 30; write it as 30s.',
    ],
  ],
  [
    'a step without id, an answer without label',
    'title: A\nsteps:\n  - title: Un\n  - id: deux\n    checkpoint: Ça va ?\n    answers: [{ next: done }]\n',
    [
      '3 error "id" of step 1 is missing. Write it as a short name, such as choisir.',
      '6 error "answers.0.label" of step "deux" is missing. Write a text.',
    ],
  ],
  [
    'two assertions in one',
    'title: A\nsteps:\n  - id: un\n    title: Un\n    verify: { page: /a, text: x }\n',
    [
      '5 error "verify" of step "un" is {"page":"/a","text":"x"}: must hold exactly one of page, element, text, event, predicate.',
    ],
  ],
  [
    'a start in one word, and one without when',
    'title: A\nstart: first-visit\nsteps: []\n',
    [
      '2 error "start" is "first-visit"; write it as manual, or { when: first-visit, page: /parametres }.',
      '3 error "steps" is []; write at least 1.',
    ],
  ],
  [
    'a start without when',
    'title: A\nstart: { page: /a }\nsteps: [{ id: un, title: Un }]\n',
    ['2 error "start.when" is missing. Write one of manual, first-visit.'],
  ],
  [
    'targets that name nothing',
    'title: A\nsteps:\n  - id: un\n    title: Un\n    target: {}\n',
    ['5 error "target" of step "un" is {}: must hold at least one of role, name, css, text, within, fanal.'],
  ],
  [
    'a target of which nothing is certain',
    'title: A\nsteps:\n  - id: un\n    title: Un\n    target: { role: button }\n',
    ['5 error By its role alone no element is ever found. Add its name, text, css or data-fanal-id.'],
  ],
  [
    'a step that no way leads to',
    'title: A\nsteps:\n  - { id: un, title: Un, next: trois }\n  - { id: deux, title: Deux }\n  - { id: trois, title: Trois }\n',
    ['4 warning No step leads to "deux". Name it as next of one, or take it out.'],
  ],
  [
    'a circle without a way out',
    'title: A\nsteps:\n  - { id: un, title: Un }\n  - { id: deux, title: Deux, next: un }\n',
    [
      '3 warning Nobody gets from "un", "deux" to the end of the flow: they lead round in a circle. Let one of them lead on, or end with next: done.',
    ],
  ],
  [
    'the same answer twice, a step called as the end is, a remedy for itself',
    'title: A\nsteps:\n  - id: un\n    checkpoint: Ça va ?\n    answers: [{ label: Oui, next: done }, { label: Oui, contact: true }]\n  - { id: done, title: Fin, remedy: done, verify: { page: /a } }\n',
    [
      '5 error The answer "Oui" is there twice. Give each its own words.',
      '6 error No step can be called "done": next: done ends the flow.',
      '6 error A step is no remedy for itself. Name another, or leave it out.',
    ],
  ],
])('a flow with %s is told so, by line', (_, text, findings) => {
  expect(findingsOf(text)).toEqual(findings)
})

test('a way back is no circle: the answer after it, or what it verifies, leads on', () => {
  const text = `title: A
steps:
  - id: voyant
    checkpoint: Le voyant est-il vert ?
    answers: [{ label: Oui, next: tester }, { label: Non, next: allumer }, { label: Je ne sais pas, article: voyants }]
  - { id: allumer, title: Allumez, next: voyant }
  - { id: tester, title: Testez, remedy: allumer, verify: { page: /pret, within: 30s } }
`
  expect(findingsOf(text)).toEqual([])
})
