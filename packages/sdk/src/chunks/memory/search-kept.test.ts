/** Searches in what a doctor has read of the example practice's help, in the words doctors type. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '@fanal/contract'
import { type RunningServer, startServer } from '@fanal/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { splitHighlight } from '../search/split-highlight.ts'
import { searchKept } from './search-kept.ts'

const helpDir = fileURLToPath(new URL('../../../../../examples/cabinet/help', import.meta.url))
let dataDir: string
let server: RunningServer
let kept: Article[]

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fanal-kept-'))
  server = await startServer({ port: 0, dataDir, contentDirs: [helpDir], logLevel: 'silent' })
  const ids = readdirSync(join(helpDir, 'articles'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => basename(name, '.md'))
  kept = await Promise.all(
    ids.map(async (id) => (await fetch(`${server.url}/v1/articles/${id}?key=pk_medicab`)).json() as Promise<Article>),
  )
})
afterAll(async () => {
  await server?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const found = (query: string) => searchKept(query, kept).hits.map(({ objectID }) => objectID)
const marked = (text: unknown) =>
  splitHighlight(text)
    .filter((part) => part.marked)
    .map((part) => part.text)

describe('the kept articles', () => {
  it.each([
    ["mon ordonnance ne s'imprime pas", 'ordonnance-ne-s-imprime-pas'],
    ['ordonances imprimé', 'ordonnance-ne-s-imprime-pas'],
    ['imprimante', 'voyants-imprimante'],
    ['B2-043', 'corriger-rejet-b2-043'],
    ['feuille rejetée', 'corriger-rejet-b2-043'],
    ['noemie 908', 'retours-noemie-908'],
    ['erreur TLT-05', 'teletransmission-ne-part-pas'],
    ['TELETRANSMISSION NE PART PAS', 'teletransmission-ne-part-pas'],
    ['carte vitale', 'installer-lecteur-carte-vitale'],
    ['mot de passe', 'changer-mot-de-passe'],
    ['tiers payant', 'tiers-payant-et-ald'],
    ['rendez-vous', 'ajouter-rendez-vous'],
    ['l’agenda', 'ajouter-rendez-vous'],
    ['mise à jour refusée', 'mise-a-jour-bloquee'],
    ['labo', 'resultats-laboratoire'],
    ['sauvegarde', 'sauvegarder-donnees'],
    ['mssanté', 'connecter-mssante'],
    ['prem', 'premiere-configuration'],
  ])('asked "%s" give %s first', (query, expected) => {
    expect(found(query)[0]).toBe(expected)
  })

  it.each(['pizza', 'chèque cadeau', 'le la les', '', '   ', '!?'])('asked "%s" give nothing', (query) => {
    expect(searchKept(query, kept)).toEqual({ hits: [], nbHits: 0 })
  })

  it('say how many they are, and show ten', () => {
    const answer = searchKept('cabinet', kept)
    expect(answer.hits.length).toBeLessThanOrEqual(10)
    expect(answer.nbHits).toBeGreaterThanOrEqual(answer.hits.length)
  })

  it('are marked as the index marks them, accents and elisions as written', () => {
    const [hit] = searchKept('imprimé ordonnances', kept).hits
    expect(hit).toMatchObject({ objectID: 'ordonnance-ne-s-imprime-pas', category: 'Ordonnances', locale: 'fr' })
    expect(marked(hit?._highlightResult.title?.value)).toEqual(['ordonnance', 'imprime'])
    expect(hit?._highlightResult.title?.matchLevel).toBe('full')
  })

  it('are not hidden by a word that none of them says', () => {
    expect(found('télétransmission bloquée').slice(0, 3)).toContain('teletransmission-ne-part-pas')
    expect(found('mise à jour planté').slice(0, 3)).toContain('mise-a-jour-bloquee')
  })

  it('show the passage that matched', () => {
    const { hits } = searchKept('liste des praticiens', kept)
    const hit = hits.find(({ objectID }) => objectID === 'coordonnees-cabinet')
    expect(marked(hit?._snippetResult.body?.value)).toEqual(expect.arrayContaining(['liste', 'Praticiens']))
    expect(String(hit?._snippetResult.body?.value).split(' ').length).toBeLessThan(40)
  })
})
