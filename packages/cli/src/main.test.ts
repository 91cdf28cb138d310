import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fanal, spawned } from './command.support.ts'

const example = fileURLToPath(new URL('../../insights/src/worked-example.ndjson', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-cli-'))
  vi.stubEnv('FANAL_DATA', join(folder, '.fanal'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function report(args: string[]) {
  const { code, out, err } = await fanal(['report', 'deflection', '--format', 'json', ...args])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('fanal import, then fanal report deflection', () => {
  const period = ['--project', 'demo', '--from', '2026-03-02', '--to', '2026-03-09']
  const firstColumn = [...period, '--now', '2026-03-09', '--window', '72h']

  it('gives the worked example to the digit, and importing twice changes nothing', async () => {
    const first = await spawned(folder, ['import', example, '--project', 'demo'])
    expect(first).toEqual({ code: 0, out: '20 new signals, 3 tickets, 0 releases; 0 lines refused\n', err: '' })
    const seen = await report(firstColumn)
    expect(seen).toMatchObject({
      project: 'demo',
      from: '2026-03-02T00:00:00.000Z',
      to: '2026-03-09T00:00:00.000Z',
      now: '2026-03-09T00:00:00.000Z',
      windowMs: 259200000,
      provisional: true,
      mode: 'identified',
      headline: 'deflection',
      sessions: 8,
      engagedEpisodes: 7,
      notEngaged: 1,
      immature: 1,
      episodes: 6,
      outcomes: { explicit: 1, confirmed: 2, assumed: 1, contacted: 1, abandoned: 1, post_ticket: 0 },
      tickets: 3,
      pi: { value: 0.5, source: 'hypothesis' },
    })
    expect(seen.avoidedTickets).toBeCloseTo(51 / 22, 12)
    expect(seen.deflection.value).toBeCloseTo(17 / 39, 12)
    expect(percents(seen.deflection)).toBe('43.59 [16.26, 75.47]')
    expect(percents({ value: 0, ...seen.bounds })).toBe('0.00 [25.00, 57.14]')
    expect(percents(seen.selfServiceResolution)).toBe('66.67 [30.00, 90.32]')
    expect(percents(seen.apparentRate)).toMatch(/^83\.33 /)
    expect(seen.attribution.lastTouch.map(credit)).toEqual(['A7 1.0000', 'A12 0.8182', 'F2 0.5000'])
    expect(seen.attribution.shared.map(credit)).toEqual(['A12 1.3182', 'A7 0.5000', 'F2 0.5000'])
    expect(seen.saved.amount.toFixed(2)).toBe('23.18')

    const printed = await spawned(folder, ['report', 'deflection', '--format', 'json', ...firstColumn])
    expect([printed.code, printed.err, JSON.parse(printed.out)]).toEqual([0, '', seen])

    const again = await fanal(['import', example, '--project', 'demo'])
    expect(again.out).toBe('0 new signals (20 were there already), 3 tickets, 0 releases; 0 lines refused\n')
    expect(await report(firstColumn)).toEqual(seen)
  })

  it('gives the second column with a longer window, later', async () => {
    await fanal(['import', example, '--project', 'demo'])
    const seen = await report([...period, '--now', '2026-03-20', '--window', '168h'])
    expect(seen).toMatchObject({
      provisional: false,
      immature: 0,
      episodes: 7,
      outcomes: { explicit: 1, confirmed: 1, assumed: 1, contacted: 2, abandoned: 2, post_ticket: 0 },
    })
    expect(seen.avoidedTickets).toBeCloseTo(20 / 11, 12)
    expect(percents(seen.deflection)).toBe('37.74 [11.86, 73.18]')
    expect(percents({ value: 0, ...seen.bounds })).toBe('0.00 [25.00, 50.00]')
    expect(percents(seen.selfServiceResolution)).toBe('42.86 [15.82, 74.95]')
    expect(percents(seen.apparentRate)).toMatch(/^71\.43 /)
    expect(seen.attribution.lastTouch.map(credit)).toEqual(['A7 1.0000', 'A12 0.8182'])
    expect(seen.attribution.shared.map(credit)).toEqual(['A12 1.3182', 'A7 0.5000'])
    expect(seen.saved.amount.toFixed(2)).toBe('18.18')
  })

  it('takes costs from a content folder, and prints tables and CSV too', async () => {
    await fanal(['import', example, '--project', 'demo'])
    mkdirSync(join(folder, 'help', 'articles'), { recursive: true })
    mkdirSync(join(folder, 'help', 'flows'))
    write('help/flows/essai.yaml', 'title: Essai\nsteps: [{ id: un, title: Un }]\n')
    const checklist = 'checklist: { title: Débuter, flows: [essai], milestone: pret }'
    write('help/fanal.yaml', `project: demo\ncosts: { perTicket: 25, tool: 8 }\n${checklist}\n`)
    const seen = await report([...firstColumn, '--content', join(folder, 'help')])
    expect(seen.saved).toMatchObject({ costPerTicket: 25, source: 'settings' })
    expect(seen.saved.amount).toBeCloseTo((25 * 51) / 22 - 8, 10)
    const table = await fanal(['report', 'deflection', ...firstColumn])
    expect(table.out).toMatch(/^deflection +0\.4359 +0\.1626 +0\.7547 +7$/m)
    const csv = await fanal(['report', 'articles', ...firstColumn, '--format', 'csv'])
    expect(csv.out.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFarticle;title;opened;read;yes;no;h;contact after read',
      'A12;;3;3;1;0;0.6363636363636364;0',
    ])
    const flows = await fanal(['report', 'flows', ...firstColumn, '--content', join(folder, 'help')])
    expect(flows.out).toMatch(/^flow +step +title +seen +passed +share +verified +failed +left +contacted +median s$/m)
    expect(flows.out).toMatch(/^F2 +– +1 +1 +1 +– +0 +0 +0 +–$/m)
    expect(flows.out).toMatch(/^essai +un +Un +0 +0 +–/m)
    expect(flows.out).toMatch(/^activation: pret within 14 d +– +7 +– +–/m)
    const searches = await fanal(['report', 'searches', ...firstColumn, '--format', 'json'])
    expect(JSON.parse(searches.out)).toMatchObject({ committed: 3, terms: [] })
    // Of eight sessions one led to a ticket; no page was seen by three accounts.
    const pages = await fanal(['report', 'pages', ...firstColumn])
    expect(pages.out).toMatch(/^page +lift +low +high +sessions +contacts +contact rate +suggestions$/m)
    expect(pages.out).toMatch(/^all pages \(sessions with any signal\) +– +– +– +8 +1 +0\.125/m)
  })
})

describe('fanal import', () => {
  it('names refused lines and takes the others in', async () => {
    const file = write(
      'mixed.ndjson',
      [
        '{"kind":"ticket","id":"k1","createdAt":"2026-03-02"}',
        '{"kind":"ticket","id":"k2"}',
        '',
        'not json',
        '{"kind":"vote"}',
        '{"kind":"signal","id":"s1","name":"danced","at":1,"sessionId":"a","page":{"key":"/"},"props":{}}',
        '{"kind":"release","version":"9.2","at":"2026-03-02T00:00:00Z","features":[],"pages":["/import"]}',
        '{"kind":"signal","id":"s2","name":"panel_opened","at":"1999-12-31T23:00:00Z","sessionId":"a","page":{"key":"/"},"props":{"by":"launcher"}}',
        '{"kind":"signal","id":"s3","name":"panel_opened","at":"2999-01-01T00:00:00Z","sessionId":"a","page":{"key":"/"},"props":{"by":"launcher"}}',
      ].join('\n'),
    )
    const { code, out, err } = await fanal(['import', file, '--project', 'demo'])
    expect(code).toBe(1)
    expect(out).toBe('1 new signals, 1 tickets, 1 releases; 5 lines refused\n')
    expect(err.replaceAll(file, 'FILE').trim().split('\n')).toEqual([
      'FILE:2 refused createdAt: is missing; send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z',
      expect.stringMatching(/^FILE:4 refused not JSON: /),
      'FILE:5 refused kind: is "vote"; send "signal", "ticket" or "release"',
      'FILE:6 refused There is no signal named "danced". See the list in docs/contract.md.',
      'FILE:9 refused at: 2999-01-01T00:00:00.000Z lies in the future',
    ])
  })

  it('takes files as other systems write them: a byte order mark, CRLF, blank lines, nulls, fields nobody knows', async () => {
    const file = write(
      'windows.ndjson',
      [
        '\uFEFF{"kind":"signal","id":"s1","name":"panel_opened","at":"2026-03-02","sessionId":"a","page":{"key":"/"},"props":{"by":"api","x":1}}',
        '  ',
        '{"kind":"ticket","id":"k1","createdAt":"2026-03-02T10:00:00+01:00","solvedAt":null,"assignee":"x"}',
        '{"kind":"release","version":"9.2","at":"2026-03-02"}',
        '',
      ].join('\r\n'),
    )
    expect(await fanal(['import', file, '--project', 'demo'])).toEqual({
      code: 0,
      out: '1 new signals, 1 tickets, 1 releases; 0 lines refused\n',
      err: '',
    })
  })

  it('refuses days that are none and lines that never end, and drops prototype keys', async () => {
    const line = (at: string, more = '') =>
      `{"kind":"signal","id":"s1","name":"panel_opened","at":"${at}","sessionId":"a","page":{"key":"/"},"props":{"by":"api"}${more}}`
    const file = write(
      'odd.ndjson',
      [
        line('2026-02-30T09:00:00Z'),
        line('2026-03-02 09:00'),
        line('2026-03-02', `,"x":"${'y'.repeat(1_000_001)}"`),
        line('2026-03-02', ',"__proto__":{"kind":"ticket"}'),
      ].join('\n'),
    )
    const { code, out, err } = await fanal(['import', file, '--project', 'demo'])
    expect([code, out]).toEqual([1, '1 new signals, 0 tickets, 0 releases; 3 lines refused\n'])
    expect(err.replaceAll(file, 'FILE').trim().split('\n')).toEqual([
      'FILE:1 refused at: is "2026-02-30T09:00:00Z"; send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z',
      'FILE:2 refused at: is "2026-03-02 09:00"; send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z',
      'FILE:3 refused the line is over 1000000 characters',
    ])
  })

  it('keeps no personal data of what people typed', async () => {
    const search = (place: number, account: string) =>
      JSON.stringify({
        kind: 'signal',
        id: `s${place}`,
        name: 'search_committed',
        at: Date.now() - place * 26 * 3_600_000,
        sessionId: `s${place}`,
        visitorId: account,
        accountId: account,
        page: { key: '/patients' },
        props: { searchId: 's', query: 'dossier de Mme Durand 06 12 34 56 78', hits: 0 },
      })
    const file = write(
      'typed.ndjson',
      ['a', 'a', 'b', 'c', 'c'].map((account, place) => search(place + 1, account)).join('\n'),
    )
    await fanal(['import', file, '--project', 'demo'])
    const { out } = await fanal(['report', 'backlog', '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      total: 1,
      items: [{ title: 'dossier de Mme [name] [phone]', accounts: 3, episodes: 5 }],
    })
    expect(readFileSync(join(folder, '.fanal', 'fanal.sqlite')).includes('Durand')).toBe(false)
  })

  it('says what is wrong with the command line', async () => {
    expect(await fanal(['import', 'nowhere.ndjson', '--project', 'demo'])).toMatchObject({
      code: 2,
      err: 'The file nowhere.ndjson cannot be read: there is no such file.\n',
    })
    expect(await fanal(['import', folder, '--project', 'demo'])).toMatchObject({
      code: 2,
      err: `The file ${folder} cannot be read: it is a folder.\n`,
    })
    const csv = write('articles.csv', 'id,title\n')
    expect(await fanal(['import', csv, '--project', 'demo'])).toMatchObject({
      code: 2,
      err: `The file ${csv} cannot be read: this version takes no CSV; write one JSON object a line (NDJSON).\n`,
    })
    expect((await fanal(['import', example, '--project', 'No Such'])).code).toBe(2)
    expect((await fanal(['import', example])).code).toBe(2)
  })
})

describe('exit codes', () => {
  it.each([
    [['--help'], 0],
    [['dance'], 2],
    [['report', 'deflection', '--sideways'], 2],
    [['report', 'deflection', '--format', 'xml'], 2],
    [['report', 'deflection'], 3],
    [['user', 'list'], 3],
    [['report', 'backlog', '--window', 'soon'], 2],
    [['check', 'nowhere'], 2],
    [['check', '.', '--routes', 'routes.txt'], 2],
    [['check', '.', '--golden', 'queries.yaml'], 2],
    [['check', '.', '--url', 'staging.example'], 2],
  ])('fanal %j ends with %i', async (args, code) => {
    expect((await fanal(args)).code).toBe(code)
  })

  it('a report that is not there is said with those that are', async () => {
    expect(await fanal(['report', 'costs', '--project', 'demo'])).toEqual({
      code: 2,
      out: '',
      err: 'There is no report "costs". There are: deflection, searches, articles, flows, pages, backlog.\n',
    })
  })

  it('the backlog takes the same options as the other reports, and prints one JSON value', async () => {
    await fanal(['import', example, '--project', 'demo'])
    const period = ['--project', 'demo', '--from', '2026-03-02', '--to', '2026-03-09', '--now', '2026-03-09']
    const { code, out, err } = await fanal(['report', 'backlog', ...period, '--window', '24h', '--format', 'json'])
    expect([code, JSON.parse(out), err]).toEqual([0, { items: [], total: 0 }, ''])
  })

  it('a date that is none, and a project that is not there, are wrong usage', async () => {
    await fanal(['import', example, '--project', 'demo'])
    const date = await fanal(['report', 'deflection', '--from', '2026-02-30'])
    expect([date.code, date.out]).toEqual([2, ''])
    expect(date.err).toMatch(/^from: "2026-02-30" is not a date/)
    const project = await fanal(['report', 'deflection', '--project', 'other'])
    expect([project.code, project.err]).toEqual([2, 'There is no project "other". There are: demo.\n'])
  })
})

describe('fanal check', () => {
  const good = '---\ntitle: Bon\npages: [/]\n---\nTexte.\n'

  it('prints path:line severity message and ends with 1 on any finding, a warning too', async () => {
    mkdirSync(join(folder, 'help', 'articles'), { recursive: true })
    write('help/articles/good.md', good)
    expect(await fanal(['check', join(folder, 'help')])).toEqual({ code: 0, out: '', err: '0 errors, 0 warnings\n' })
    write('help/articles/alone.md', '---\ntitle: Seul\n---\nTexte.\n')
    const { code, out } = await spawned(folder, ['check', 'help'])
    expect(code).toBe(1)
    expect(out).toMatch(/^help\/articles\/alone\.md:2 warning Only a search leads to this article\./m)
    write('help/articles/bad.md', '---\nsummary: sans titre\n---\nTexte.\n')
    expect((await fanal(['check', join(folder, 'help')])).out).toMatch(/bad\.md:\d+ error /)
  })

  it('asks golden queries and looks at routes, and prints one JSON value', async () => {
    mkdirSync(join(folder, 'help', 'articles'), { recursive: true })
    write('help/articles/good.md', good)
    const golden = write('queries.yaml', '- { query: bon, expect: good }\n- { query: bon, expect: none }\n')
    const routes = write('routes.txt', '/\n/agenda\n')
    const asked = ['check', join(folder, 'help'), '--golden', golden, '--routes', routes]
    const { code, out, err } = await fanal([...asked, '--format', 'json'])
    expect([code, err]).toEqual([1, ''])
    expect(JSON.parse(out)).toEqual({
      findings: [
        { file: golden, line: 2, severity: 'error', message: expect.stringContaining('and good came') },
        { file: routes, line: 2, severity: 'warning', message: expect.stringContaining('"/agenda"') },
      ],
      golden: { queries: 2, passed: 1 },
      routes: { routes: 2, without: 1 },
      errors: 1,
      warnings: 1,
    })
    expect((await fanal(asked)).err).toBe(
      '1 errors, 1 warnings; 1 of 2 golden queries pass; 1 of 2 routes have a suggestion\n',
    )
  })

  it('the help of the example practice is clean, and finds what its content owners want found', async () => {
    const help = fileURLToPath(new URL('../../../examples/cabinet/help', import.meta.url))
    expect(await fanal(['check', help, '--golden', join(help, 'queries.yaml')])).toEqual({
      code: 0,
      out: '',
      err: '0 errors, 0 warnings; 43 of 43 golden queries pass\n',
    })
  })
})

function percents({ value, low, high }: { value: number; low: number; high: number }): string {
  const text = (share: number): string => (100 * share).toFixed(2)
  return `${text(value)} [${text(low)}, ${text(high)}]`
}

function credit({ id, credit: share }: { id: string; credit: number }): string {
  return `${id} ${share.toFixed(4)}`
}
