/** The help of MediCab must speak of MediCab as it is: its screens, its labels, its error codes. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { routes } from '../routes.ts'

const appFolder = join(import.meta.dirname, '..', '..')
const helpFolder = join(appFolder, 'help')

interface HelpArticle {
  file: string
  front: Record<string, string> & Record<'pages' | 'symptoms' | 'related' | 'errors' | 'features', string[] | undefined>
  body: string
}

const read = (path: string) => readFileSync(path, 'utf8')

const articles = globSync('articles/**/*.md', { cwd: helpFolder }).map((file): HelpArticle => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(join(helpFolder, file))) ?? []
  return { file, front: parse(front), body }
})
const ids = new Set(articles.map(({ front }) => front.id))
const settings = parse(read(join(helpFolder, 'fanal.yaml')))
const flows = globSync('flows/*.yaml', { cwd: helpFolder }).map((file) => ({
  file,
  flow: parse(read(join(helpFolder, file))),
  text: read(join(helpFolder, file)),
}))

/** What the app's screens say, with every kind of space and line break made the same. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('’', "'")
const appSource = plain(
  globSync('src/**/*.{ts,tsx}', { cwd: appFolder })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => read(join(appFolder, file)))
    .join('\n'),
)

/** Globs of this help are a route as written, or a route and all below it (`/parametres/**`). */
const matchesPage = (glob: string, path: string) =>
  glob.endsWith('/**') ? path === glob.slice(0, -3) || path.startsWith(glob.slice(0, -2)) : path === glob

const breaches = (wrong: (article: HelpArticle) => string[]) =>
  articles.flatMap((article) => wrong(article).map((what) => `${article.file}: ${what}`))

describe('the help of MediCab', () => {
  it('has three articles in each of its eight categories', () => {
    const counts: Record<string, number> = {}
    for (const { front } of articles) counts[front.category ?? ''] = (counts[front.category ?? ''] ?? 0) + 1
    expect(counts).toEqual({
      Installation: 3,
      Facturation: 3,
      Ordonnances: 3,
      Télétransmission: 3,
      'Gestion de cabinet': 3,
      'Sécurité des données': 3,
      'Mises à jour': 3,
      Intégrations: 3,
    })
    expect(settings.categories.map(({ name }: { name: string }) => name).sort()).toEqual(Object.keys(counts).sort())
  })

  it('names only pages that MediCab has', () => {
    const keys = routes.map(({ path }) => path)
    const leadsNowhere = (glob: string) => !keys.some((key) => matchesPage(glob, key))
    const inSettings = settings.categories.flatMap(({ pages }: { pages: string[] }) => pages)
    const inFlows = flows.flatMap(({ flow }) => [
      flow.start.page,
      ...flow.steps.map((step: { page?: string }) => step.page),
    ])
    expect(breaches(({ front }) => (front.pages ?? []).filter(leadsNowhere))).toEqual([])
    expect([...inSettings, ...inFlows].filter((glob) => glob !== undefined && leadsNowhere(glob))).toEqual([])
  })

  it('covers every screen with at least one article or category', () => {
    const globs = [
      ...articles.flatMap(({ front }) => front.pages ?? []),
      ...settings.categories.flatMap(({ pages }: { pages: string[] }) => pages),
    ]
    const bare = routes.map(({ path }) => path).filter((path) => !globs.some((glob) => matchesPage(glob, path)))
    expect(bare).toEqual([])
  })

  it('offers exactly the three invoicing articles on the invoicing page', () => {
    const offered = articles.filter(({ front }) => front.pages?.some((glob) => matchesPage(glob, '/facturation')))
    expect(offered.map(({ front }) => [front.category, front.id]).sort()).toEqual([
      ['Facturation', 'corriger-rejet-b2-043'],
      ['Facturation', 'etablir-feuille-de-soins'],
      ['Facturation', 'tiers-payant-et-ald'],
    ])
  })

  it('leaves the subject unanswered that the walk through the whole loop asks for', () => {
    const forbidden = /t[ée]l[ée]copi|\bfax\b|mailiz|s[ée]curis[ée]/i
    expect(breaches(({ front, body }) => (forbidden.test(JSON.stringify(front) + body) ? ['answers it'] : []))).toEqual(
      [],
    )
  })

  it('is short enough to read between two patients, and says enough', () => {
    const wrong = breaches(({ body }) => {
      const words = body.split(/[\s|]+/).filter((word) => /\p{L}/u.test(word)).length
      return words < 150 || words > 350 ? [`${words} words`] : []
    })
    expect(wrong).toEqual([])
  })

  it('gives each article the phrases its readers would type', () => {
    const wrong = breaches(({ front }) => {
      const count = front.symptoms?.length ?? 0
      return count < 4 || count > 8 ? [`${count} symptoms`] : []
    })
    expect(wrong).toEqual([])
  })

  it('links only to articles, flows and pictures that exist', () => {
    const wrong = breaches(({ file, front, body }) => [
      ...(front.related ?? []).filter((id) => !ids.has(id)),
      ...(front.flow && !flows.some(({ flow }) => flow.id === front.flow) ? [front.flow] : []),
      ...[...body.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, target = '']) => {
        if (target.startsWith('flow:')) return flows.some(({ flow }) => `flow:${flow.id}` === target) ? [] : [target]
        const size = statSync(join(helpFolder, dirname(file), target), { throwIfNoEntry: false })?.size ?? Infinity
        return size <= 60 * 1024 ? [] : [`${target} (${size} bytes)`]
      }),
    ])
    expect(wrong).toEqual([])
  })

  it('tells people to click only on what stands on the screens', () => {
    const wrong = breaches(({ body }) =>
      [...body.matchAll(/[Cc]liquez (?:de nouveau )?sur (?:l’onglet )?\*\*(.+?)\*\*/g)]
        .map((click) => plain(click[1] ?? ''))
        .filter((label) => label !== 'Contacter le support' && !appSource.includes(label)),
    )
    expect(wrong).toEqual([])
  })

  it('explains every error code the app shows, and no other', () => {
    const shown = [...new Set(appSource.match(/\b[A-Z][A-Z\d]{1,2}-\d{2,3}\b/g))].sort()
    const explained = [...new Set(articles.flatMap(({ front }) => front.errors ?? []))].sort()
    expect(explained).toEqual(['B2-043', 'IMP-02', 'MAJ-03', 'ORD-04', 'TLT-05', 'VIT-01'])
    expect(shown).toEqual(explained)
  })

  it('knows the features the app tells Fanal about', () => {
    const told = new Set<string>(routes.map(({ feature }) => feature))
    expect(breaches(({ front }) => (front.features ?? []).filter((feature) => !told.has(feature)))).toEqual([])
  })
})

describe('the guided flows', () => {
  it('point at attributes and names that the screens have', () => {
    const missing = flows.flatMap(({ file, text }) => [
      ...[...text.matchAll(/\[([\w-]+)=([\w-]+)\]/g)]
        .filter(
          ([, name, value]) => !appSource.includes(`${name}`) || !new RegExp(`['"{]${value}['"}]`).test(appSource),
        )
        .filter(([, name]) => !name?.startsWith('aria-'))
        .map(([selector]) => `${file}: ${selector}`),
      ...[...text.matchAll(/target: \{.*?name: ([^,]+),/g)]
        .filter(([, name = '']) => !appSource.includes(plain(name)))
        .map(([, name]) => `${file}: ${name}`),
    ])
    expect(missing).toEqual([])
  })

  it('send people only to steps and articles that exist, and have words for a missing target', () => {
    const wrong = flows.flatMap(({ flow }) => {
      const steps: {
        id: string
        target?: unknown
        fallback?: { text: string; image?: string }
        remedy?: string
        answers?: { next?: string; article?: string }[]
      }[] = flow.steps
      const known = new Set([...steps.map(({ id }) => id), 'done'])
      return steps.flatMap((step) => [
        ...[step.remedy, ...(step.answers ?? []).map(({ next }) => next)].filter((id) => id && !known.has(id)),
        ...(step.answers ?? []).map(({ article }) => article).filter((id) => id && !ids.has(id)),
        ...(step.target && !step.fallback?.text ? [`${step.id} has no fallback`] : []),
        ...[step.fallback?.image].filter(
          (image) => image && !statSync(join(helpFolder, 'flows', image), { throwIfNoEntry: false }),
        ),
      ])
    })
    expect(wrong).toEqual([])
  })

  it('offer themselves on the screen they are about, but for the two that only some visits call for', () => {
    expect(flows.map(({ flow }) => [flow.id, flow.start.when ?? flow.start, flow.start.page]).sort()).toEqual([
      ['carte-vitale', 'first-visit', '/parametres/carte-vitale'],
      ['import-patients', 'first-visit', '/import'],
      ['imprimante-ordonnances', 'first-visit', '/parametres/imprimantes'],
      ['ordonnance-numerique', 'manual', undefined],
      ['premiere-configuration', 'first-visit', '/parametres/cabinet'],
      ['premiere-teletransmission', 'first-visit', '/teletransmission'],
      ['rejet-b2-043', 'manual', undefined],
      ['sauvegarde', 'first-visit', '/securite'],
    ])
  })
})
