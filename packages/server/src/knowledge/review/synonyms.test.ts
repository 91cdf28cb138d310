import { afterEach, expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { type ContentFolder, makeContentFolder } from '../content-folder.support.ts'

let content: ContentFolder | undefined

afterEach(() => content?.dispose())

/** Findings about a file of synonyms, each as `line message`. */
async function findingsOf(synonyms: string): Promise<string[]> {
  content = makeContentFolder({
    'fanal.yaml': 'project: medisoft\nlocales: [fr, en]\n',
    'articles/carte.md': `---
title: Lire la carte Vitale
pages: [/a]
symptoms: [la carte n'est pas lue]
---
La feuille de soins, le rendez-vous, la plage horaire, l'imprimante.
`,
    'articles/card.md': '---\ntitle: Read the card\nlocale: en\npages: [/a]\n---\nThe drawer of the printer.\n',
    'synonyms.yaml': synonyms,
  })
  const { findings } = await checkContent(content.folder)
  return findings.filter(({ file }) => file === 'synonyms.yaml').map(({ line, message }) => `${line} ${message}`)
}

test('synonyms that each do something are as they should be', async () => {
  const synonyms = '- [fse, feuille de soins]\n- { input: carte, synonyms: [carte vitale] }\n- [tray, drawer]\n'
  expect(await findingsOf(synonyms)).toEqual([])
})

test('a phrase that the search reads like another, or not at all, changes nothing', async () => {
  expect(await findingsOf('- [imprimante, Imprimantes, laser]\n- [le, plage]\n')).toEqual([
    '1 "Imprimantes" is read like "imprimante": leave one of them out.',
    '2 "le" holds no word that is searched: leave it out.',
  ])
  expect(await findingsOf('- { input: carte, synonyms: [carte, carte vitale] }\n')).toEqual([
    '1 "carte" stands there twice: leave one of them out.',
  ])
})

test('a group that leads to no article is useless, in whatever language of the help', async () => {
  expect(await findingsOf('- [scanner, numériseur]\n- { input: carte, synonyms: [badge] }\n')).toEqual([
    '1 No article says "scanner" or "numériseur": the group finds nothing. Write one of them in an article, or take the group out.',
    '2 No article says "badge": the group finds nothing. Write one of them in an article, or take the group out.',
  ])
})

test('what goes round in circles, is said twice or stands in two groups is named with the other line', async () => {
  const circle = '- { input: vitale, synonyms: [carte] }\n- { input: carte, synonyms: [vitale, plage] }\n'
  expect(await findingsOf(circle)).toEqual([
    '2 Line 1 goes the other way: together they are the group [carte, vitale].',
  ])
  expect(await findingsOf('- [rdv, rendez-vous]\n- [Rendez-vous, RDV]\n')).toEqual([
    '2 Line 1 says all of this: leave one of them out.',
  ])
  expect(await findingsOf('- [rdv, rendez-vous]\n- [plage, rendez-vous]\n')).toEqual([
    '2 "rendez-vous" also stands in line 1, and the others of the two groups do not stand for each other. Make one group of them where they mean the same.',
  ])
})

test('a file that is wrong as a whole is named once', async () => {
  expect(await findingsOf('- [seul]\n')).toHaveLength(1)
})
