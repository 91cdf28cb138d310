import { afterEach, describe, expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { contentFolders } from './content-folder.support.ts'

const { make: content, disposeAll } = contentFolders()

afterEach(disposeAll)

const article = (head: string, body = 'Texte.') => `---\n${head}\n---\n${body}\n`

/** Findings as an author reads them. */
async function lines(folder: string, golden?: string, routes?: string): Promise<string[]> {
  const asked = {
    ...(golden === undefined ? {} : { golden: `${folder}/${golden}` }),
    ...(routes === undefined ? {} : { routes: `${folder}/${routes}` }),
  }
  const { findings } = await checkContent(folder, asked)
  return findings.map(({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`)
}

const help = {
  'fanal.yaml': 'project: demo\nlocales: [fr]\ncategories:\n  - { name: Cabinet, pages: [/cabinet] }\n',
  'articles/imprimante.md': article(
    "title: L'ordonnance ne s'imprime pas\npages: [/ordonnances]\nsymptoms: [rien ne sort]",
  ),
  'articles/rejet.md': article('title: Corriger un rejet\nerrors: [B2-043]'),
  'articles/adresse.md': article("title: Changer l'adresse\ncategory: Cabinet"),
}

describe('articles', () => {
  test('one that only a search leads to is named at its title; links, related articles and categories lead too', async () => {
    const more = {
      ...help,
      'articles/seul.md': article('category: Ailleurs\ntitle: Tout seul'),
      'articles/lien.md': article('title: Par un lien'),
      'articles/proche.md': article('title: Par un article proche'),
      'articles/depart.md': article('title: Un départ\ntopics: [x]\nrelated: [proche]', '[voir](lien.md)'),
    }
    expect(await lines(content(more))).toEqual([
      'articles/seul.md:3 warning Only a search leads to this article. Name the page, topic, feature or error it is for, or link to it from another article.',
    ])
  })

  test('a help without any place is told so once', async () => {
    const found = await lines(content({ 'a.md': article('title: Un'), 'b.md': article('title: Deux') }))
    expect(found).toEqual([expect.stringMatching(/^a\.md:2 warning Neither this article nor any other names a page/)])
  })

  test('two of one title are named in one locale, not across locales; so is a title that lists cut', async () => {
    const found = await lines(
      content({
        ...help,
        'articles/z-fr.md': article('title: Corriger un REJET !\npages: [/x]'),
        'articles/z-en.md': article('title: Corriger un rejet\nlocale: en\npages: [/x]'),
        'articles/long.md': article(`title: ${'mot '.repeat(21)}\npages: [/x]`),
      }),
    )
    expect(found).toEqual([
      'articles/long.md:2 warning The title has 83 characters; lists cut it after about 80. Say the rest in the summary.',
      'articles/z-fr.md:2 warning The title is that of articles/rejet.md. Nobody can tell them apart in a list; name what differs.',
    ])
  })

  test('two texts that share half of their runs of words are near-duplicates', async () => {
    const text =
      'Ouvrez le menu, choisissez le dossier du patient, cliquez sur imprimer, vérifiez la marge, le bac et le format du papier, puis relancez la page de test depuis cet écran.'
    const found = await lines(
      content({
        ...help,
        'articles/un.md': article('title: Imprimer un dossier\npages: [/x]', text),
        'articles/deux.md': article('title: Imprimer une lettre\npages: [/x]', text.replace('patient', 'confrère')),
        'articles/trois.md': article(
          'title: Envoyer une lettre\npages: [/x]',
          'Ouvrez la messagerie, choisissez un confrère, joignez le courrier, relisez son adresse, ajoutez une copie au dossier du patient, puis envoyez.',
        ),
      }),
    )
    expect(found).toEqual([
      'articles/un.md:2 warning The text is 52 % that of articles/deux.md. Merge the two, or link one to the other for what they share.',
    ])
  })
})

describe('golden queries', () => {
  test('those that find what they should are silent, the others say what came instead', async () => {
    const queries = `- { query: rien ne sort, expect: imprimante, top: 1 }
- { query: b2 043, expect: [rejet], locale: fr, page: /facturation }
- { query: piscine, expect: none }
- query: changer l'adresse
  expect: [adresse, rejet]
- { query: rejet, expect: none }
- { query: rejet, expect: imprimant }
- { query: rejet, expect: rejet, locale: de }
- { query: rejet }
- { query: rejet, expect: rejet, tops: 2 }
`
    const folder = content({ ...help, 'queries.yaml': queries })
    expect(await lines(folder, 'queries.yaml')).toEqual([
      'queries.yaml:4 error "changer l\'adresse" was to find "rejet" among the first 3; it is not found, and adresse came. Write the words among its symptoms, or as a synonym.',
      'queries.yaml:6 error "rejet" was to find nothing, and rejet came as an answer. See which of their words misled the search, or expect them.',
      'queries.yaml:7 error There is no article "imprimant" to expect. Did you mean "imprimante"?',
      expect.stringMatching(/^queries\.yaml:8 error "rejet" cannot be asked: .*demo_de/),
      expect.stringMatching(/^queries\.yaml:9 error A golden query is .*; look at expect\./),
      expect.stringMatching(/^queries\.yaml:10 error A golden query is .* There is no key "tops"\./),
    ])
    expect((await checkContent(folder, { golden: `${folder}/queries.yaml` })).golden).toEqual({ queries: 9, passed: 3 })
  })

  test('a file that is no list, or not there, is said', async () => {
    const folder = content({ ...help, 'queries.yaml': 'query: x\n' })
    expect(await lines(folder, 'queries.yaml')).toEqual([
      expect.stringMatching(/^queries\.yaml:1 error Golden queries are a list/),
    ])
    await expect(lines(folder, 'none.yaml')).rejects.toThrow('none.yaml cannot be read.')
  })
})

test('routes without a suggestion are named; variable parts, comments and empty lines are understood', async () => {
  const routes = '# les écrans\n/ordonnances\n\n/cabinet\n/agenda/12\nagenda\n'
  const folder = content({ ...help, 'routes.txt': routes })
  expect(await lines(folder, undefined, 'routes.txt')).toEqual([
    'routes.txt:5 warning Nothing is suggested on "/agenda/12". Name it under "pages" of an article, or of a category in fanal.yaml.',
    'routes.txt:6 error "agenda" is no path. Write one that begins with "/", such as /patients/:id.',
  ])
})
