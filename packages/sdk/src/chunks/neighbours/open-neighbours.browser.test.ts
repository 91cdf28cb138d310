import { afterEach, beforeEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Memory } from '../../chunks.ts'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import { endWidgets, inWidget, named, startWidget } from '../../ui/testing/find-in-widget.ts'
import { hitsFor } from '../../ui/testing/sample-help.ts'

beforeEach(() => page.viewport(1280, 800))
afterEach(endWidgets)

const many = '/1/indexes/*/queries'
const answerEach = ({ requests }: Record<string, unknown>) => ({
  results: (requests as { query: string }[]).map(({ query }) => hitsFor(query, 'fr')),
})
const hitsTogether = ({ query }: Record<string, unknown>) =>
  String(query).includes('zzz') ? { hits: [], nbHits: 0 } : hitsFor(String(query), 'fr')

it.each(['light', 'dark'] as const)(
  'offers other words and articles that come near, as no results (%s)',
  async (theme) => {
    const widget = startWidget({ theme })
    widget.answers['/1/indexes/cabinet_fr/query'] = hitsTogether
    widget.answers[many] = answerEach
    widget.panel.search('imprimante zzz')
    const find = inWidget(widget)
    const maybe = await find.findByRole('region', { name: 'Peut-être' })
    expect(maybe.textContent).toMatch(/Des articles proches, qui ne répondent pas à toute la question\./)
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    await userEvent.click(find.getByRole('button', { name: 'Mon ordonnance ne s’imprime pas' }))
    await find.findByRole('heading', { name: 'Mon ordonnance ne s’imprime pas' })
    const told = widget.reported.filter(({ name }) => /search|result|article_opened/.test(name))
    expect(told.map(({ name }) => name)).toEqual(['article_opened'])
    expect(told[0]?.props).toMatchObject({ from: 'related' })
  },
)

it('searches the other words when they are chosen, and tells both searches for what they found', async () => {
  const widget = startWidget()
  widget.answers['/1/indexes/cabinet_fr/query'] = hitsTogether
  widget.answers[many] = answerEach
  widget.panel.open()
  const find = inWidget(widget)
  await userEvent.type(find.getByRole('searchbox'), 'imprimante zzz{Enter}')
  await userEvent.click(await find.findByRole('button', { name: named('Rechercher « imprimante »') }))
  expect(await find.findByText('3 résultats')).toBeVisible()
  expect(find.getByRole('searchbox')).toHaveValue('imprimante')
  expect(widget.runtime.root.activeElement).toBe(find.getByRole('searchbox'))
  const told = widget.reported.filter(({ name }) => name === 'search_committed')
  expect(told.map(({ props }) => props)).toMatchObject([
    { query: 'imprimante zzz', hits: 0 },
    { query: 'imprimante', hits: 3 },
  ])
})

it('asks for no part of what names a person', async () => {
  const widget = startWidget()
  widget.answers['/1/indexes/cabinet_fr/query'] = hitsTogether
  widget.answers[many] = answerEach
  widget.panel.search('imprimante zzz marie.durand@example.fr 06 12 34 56 78')
  await inWidget(widget).findByRole('region', { name: 'Peut-être' })
  const asked = widget.posted.filter(({ path }) => path === many)
  expect(asked).toHaveLength(1)
  expect(JSON.stringify(asked)).not.toMatch(/durand|example|\b12\b|\b34\b/i)
})

it('searches what this device has kept while the index is out of reach, and tells nothing of it', async () => {
  const widget = startWidget()
  widget.answers['/1/indexes/cabinet_fr/query'] = () => 0
  const { hits = [] } = hitsFor('imprimante', 'fr')
  widget.runtime.memory = async () => ({ search: async () => ({ hits, nbHits: 3 }) }) as unknown as Memory
  widget.panel.search('imprimante')
  const find = inWidget(widget)
  expect(await find.findByText(/^La recherche est injoignable/)).toBeVisible()
  expect(find.getAllByRole('listitem')).toHaveLength(3)
  expect(await findViolations(widget.runtime.root.host)).toEqual([])
  await userEvent.keyboard('{Enter}')
  expect(widget.reported.filter(({ name }) => name === 'search_committed')).toEqual([])
  widget.answers['/1/indexes/cabinet_fr/query'] = hitsTogether
  await userEvent.click(find.getByRole('button', { name: 'Réessayer' }))
  await expect.poll(() => find.queryByText(/^La recherche est injoignable/)).toBeNull()
})
