import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
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

test('a folder of Markdown alone is a project of its name, every file an article', async () => {
  const loaded = await loadContent(
    content(
      { 'a.md': '---\ntitle: Un\nlocale: fr\n---\nTexte.\n', 'sous/b.md': '---\ntitle: Two\nlocale: en\n---\n' },
      'Aide Médicale',
    ),
  )
  expect(loaded.settings).toEqual({
    project: 'aide-medicale',
    locales: ['en', 'fr'],
    origins: [],
    widget: {},
    privacy: { mode: 'identified' },
    contact: {},
  })
  expect(loaded.articles.map(({ id, title, locale }) => [id, title, locale])).toEqual([
    ['a', 'Un', 'fr'],
    ['b', 'Two', 'en'],
  ])
  expect(loaded.findings).toEqual([])
})

test('each thing wrong in an article is a finding with its line, and the others are published', async () => {
  const folder = content({
    'bon.md': '---\ntitle: Bon\nrelated: [mauvais]\n---\n## Une section\n',
    'mauvais.md': `---
title: Mauvais
titel: faute
pages: [facturation]
verified: hier
related:
  - bon
  - bonn
flow: imprimante
---
<script>alert(1)</script>

[mail](javascript:alert(1)) et [perdu](bonne.md) et [section](bon.md#une-sectoin)

![](https://ailleurs.example/x.png)
![schéma](schema.svg)
`,
    'cassé.md': '---\ntitle: "sans fin\n---\n',
    'ouvert.md': '---\ntitle: Jamais fermé\n',
    'sans-titre.md': 'Du texte.\n',
    'titre-h1.md': '# Un titre\n\nTexte.\n',
  })
  const found = await lines(folder)
  expect(found.filter((line) => line.startsWith('mauvais'))).toEqual([
    'mauvais.md:3 warning There is no key "titel"; it is left out. Did you mean "title"?',
    'mauvais.md:4 error "pages.0" is "facturation": must begin with "/" and hold no "?", "#" or space, such as /patients/:id.',
    'mauvais.md:5 error "verified" is "hier": must be a date such as 2026-03-02.',
    'mauvais.md:8 error There is no article "bonn" to relate to. Did you mean "bon"?',
    'mauvais.md:9 error There is no flow "imprimante".',
    'mauvais.md:11 warning Raw HTML is left out: <script>alert(1)</script> Write it in Markdown.',
    'mauvais.md:13 error Links to "javascript:alert(1)" are not allowed; the text is kept. Use http, https, mailto or tel.',
    'mauvais.md:13 error There is no article file "bonne.md"; the text is kept. Did you mean "bon.md"?',
    'mauvais.md:13 warning There is no section "#une-sectoin" in article "bon". Did you mean "une-section"?',
    'mauvais.md:15 error "https://ailleurs.example/x.png" stands on another site and is not shown. Copy the file into images/ or videos/.',
    'mauvais.md:16 error "schema.svg" cannot be shown. Use .png, .jpg, .gif, .webp or .avif, or .mp4, .webm or .ogv for a video.',
  ])
  expect(found.find((line) => line.startsWith('cassé'))).toMatch(/^cassé\.md:2 error Not YAML: Missing closing "quote/)
  expect(found).toContain(
    'ouvert.md:1 error The front matter begins with "---" and never ends. Close it with a line "---".',
  )
  expect(found).toContain('sans-titre.md:1 error "title" is missing. Write a text.')
  expect(found).toContain(
    'titre-h1.md:1 warning There is no title in the front matter; the first heading is taken. Write title: "Un titre"',
  )
  const { articles } = await loadContent(folder)
  expect(articles.map((article) => article.id)).toEqual(['bon', 'mauvais', 'titre-h1'])
  const shown = JSON.stringify(articles)
  expect(shown).not.toContain('javascript:')
  expect(shown).not.toContain('<script')
})

test('a key that nobody knows is named once for all files', async () => {
  const page = '---\ntitle: A\nsource: manuel\n---\n'
  expect(await lines(content({ 'a.md': page, 'b.md': page, 'c.md': page }))).toEqual([
    'a.md:3 warning There is no front matter key "source" (here and in 2 more); it is left out. See docs/content.md for the keys.',
  ])
})

test('an id taken twice keeps the first file', async () => {
  const folder = content({ 'a.md': '---\ntitle: A\nid: x\n---\n', 'b.md': '---\nid: x\ntitle: B\n---\n' })
  expect(await lines(folder)).toEqual([
    'b.md:2 error The article id "x" is taken by a.md; this file is left out. Give it an id of its own.',
  ])
})

test('wrong settings and synonyms are named, the rest of the files holds', async () => {
  const folder = content({
    'fanal.yaml':
      'project: medisoft\nwidget:\n  acent: "#0b6e6e"\n  position: top\norigin: https://x.example\ntitle: MediSoft\n',
    'synonyms.yaml': '- [fse, feuille de soins]\n- [seul]\n',
  })
  expect(await lines(folder)).toEqual([
    'fanal.yaml:3 warning There is no key "widget.acent"; it is left out. Did you mean "accent"?',
    'fanal.yaml:4 error "widget.position" is "top"; write one of bottom-right, bottom-left.',
    'fanal.yaml:5 warning There is no key "origin"; it is left out. Did you mean "origins"?',
    'synonyms.yaml:2 error Synonyms are groups of two texts or more, such as - [fse, feuille de soins électronique], or one way: - { input: carte, synonyms: [carte vitale] }.',
  ])
  const { settings, synonyms } = await loadContent(folder)
  expect(settings).toMatchObject({ project: 'medisoft', title: 'MediSoft', widget: {} })
  expect(synonyms).toEqual([['fse', 'feuille de soins']])
})

test('the looks of the widget are told with what may stand there', async () => {
  const folder = content({
    'fanal.yaml': 'project: medisoft\nwidget:\n  accent: teal\n  radius: 12px\n  density: dense\n',
  })
  expect(await lines(folder)).toEqual([
    'fanal.yaml:3 error "widget.accent" is "teal": must be a colour such as "#0b6e6e" (in quotes: # begins a comment).',
    'fanal.yaml:4 error "widget.radius" is "12px": must be a whole number of pixels from 0 to 24, without a unit.',
    'fanal.yaml:5 error "widget.density" is "dense"; write one of comfortable, compact.',
  ])
  for (const radius of [-1, 25, 12.5])
    expect(await lines(content({ 'fanal.yaml': `project: medisoft\nwidget: { radius: ${radius} }\n` }))).toEqual([
      `fanal.yaml:2 error "widget.radius" is ${radius}: must be a whole number of pixels from 0 to 24, without a unit.`,
    ])
  expect(
    (
      await loadContent(
        content({ 'fanal.yaml': 'project: medisoft\nwidget: { radius: 0, density: compact, launcher: icon }\n' }),
      )
    ).settings.widget,
  ).toEqual({ radius: 0, density: 'compact', launcher: 'icon' })
})

test('a search at Algolia wants the application and its search key, in their form', async () => {
  const search = (more: string) => content({ 'fanal.yaml': `project: medisoft\nsearch: { engine: algolia${more} }\n` })
  expect(await lines(search(''))).toEqual([
    'fanal.yaml:2 error "search.appId" is missing: the widget asks Algolia itself, so write the id of the application, from API keys in Algolia\'s dashboard.',
    'fanal.yaml:2 error "search.searchKey" is missing: the widget asks Algolia itself, so write its search-only API key, never the admin key, from API keys in Algolia\'s dashboard.',
  ])
  expect(
    await lines(search(', appId: B1G2.algolia.net, searchKey: "abc", index: "mon aide", hosts: search.example.com')),
  ).toEqual([
    'fanal.yaml:2 error "search.appId" is "B1G2.algolia.net": must be the id of an Algolia application, letters and digits.',
    'fanal.yaml:2 error "search.searchKey" is "abc": must be a search-only API key of Algolia.',
    'fanal.yaml:2 error "search.index" is "mon aide": must be the name of an index, without spaces.',
    'fanal.yaml:2 error "search.hosts.0" is "search.example.com": must be an origin such as https://app.example.com, without a path.',
  ])
  expect(await lines(search(', appId: B1G2GM9NG0, searchKey: 0123456789abcdef0123456789abcdef'))).toEqual([])
})

test('YAML that would fill the memory or reach into prototypes is refused', async () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nd: [${'*c,'.repeat(10)}]`
  const folder = content({
    'bomb.md': `---\ntitle: x\n${bomb}\n---\n`,
    'proto.md': '---\ntitle: x\n__proto__: { polluted: true }\n---\n',
  })
  expect(await lines(folder)).toEqual([
    'bomb.md:2 error Excessive alias count indicates a resource exhaustion attack. Write the values out.',
    'proto.md:3 error The key __proto__ is not allowed here. Remove it.',
  ])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('nothing outside the folder is read, by link or by path', async () => {
  const folder = content({ 'a.md': '---\ntitle: A\n---\n![x](../secret.png)\n' })
  writeFileSync(path.join(folder, '../secret.png'), pngHeader(9, 9))
  writeFileSync(path.join(folder, '../secret.md'), '---\ntitle: Secret\n---\n')
  symlinkSync(path.join(folder, '../secret.md'), path.join(folder, 'lien.md'))
  const { articles, findings } = await loadContent(folder)
  expect(articles.map((article) => article.id)).toEqual(['a'])
  expect(findings.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'a.md There is no file "../secret.png".',
    'lien.md The symbolic link leads outside the content folder, to a folder or to nothing; it is left out. Copy the file.',
  ])
})

test('a file that is no text, or far too long, hides nothing else', async () => {
  const folder = content({
    'a.md': '---\ntitle: A\n---\n',
    'latin1.md': Uint8Array.from([0x2d, 0xe9, 0xff]),
    'profond.md': `---\ntitle: P\n---\n${'> '.repeat(3000)}fin\n`,
    'blocs.md': `---\ntitle: B\n---\n${':::note\n'.repeat(10_000)}`,
    'long.md': 'x'.repeat(1024 * 1024 + 1),
  })
  const { articles, findings } = await loadContent(folder)
  expect(articles.map((article) => article.id)).toContain('a')
  expect(findings.map(({ file, message }) => `${file}: ${message}`)).toContain(
    'latin1.md: The file is not UTF-8. Save it again as UTF-8.',
  )
  expect(findings.map(({ file, message }) => `${file}: ${message}`)).toContain(
    'long.md: The file is over 1024 KiB. Split it.',
  )
})

test('a checklist names flows that are there and a span; what is wrong is said at its line', async () => {
  const flow = 'title: Imprimante\nsteps: [{ id: un, title: Un }]\n'
  const folder = content({
    'fanal.yaml': 'checklist:\n  title: Débuter\n  flows:\n    - imprimante\n    - imprimente\n  within: 2w\n',
    'flows/imprimante.yaml': flow,
  })
  expect((await loadContent(folder)).settings.checklist).toEqual({
    title: 'Débuter',
    flows: ['imprimante'],
    within: 14 * 86_400_000,
  })
  expect(await lines(folder)).toEqual([
    'fanal.yaml:5 error There is no flow "imprimente" for the checklist. Did you mean "imprimante"?',
  ])
  const wrong = content({
    'fanal.yaml': 'project: demo\nchecklist:\n  title: Débuter\n  flows: []\n  within: bientôt\n  milestones: prêt\n',
    'flows/imprimante.yaml': flow,
  })
  expect((await loadContent(wrong)).settings.checklist).toBeUndefined()
  expect(await lines(wrong)).toEqual([
    'fanal.yaml:4 error "checklist.flows" is []: must name one to twenty flows.',
    'fanal.yaml:5 error "checklist.within" is "bientôt": must be a span such as 36h, 14d or 2w.',
    'fanal.yaml:6 warning There is no key "checklist.milestones"; it is left out. Did you mean "milestone"?',
  ])
})
