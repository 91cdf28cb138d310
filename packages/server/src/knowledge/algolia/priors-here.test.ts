import { expect, test } from 'vitest'
import { makeContentFolder } from '../content-folder.support.ts'
import { unpublishedBase } from '../knowledge-base.ts'
import { loadContent } from '../load-content.ts'
import { priorsHere } from './priors-here.ts'

async function openBase() {
  const content = makeContentFolder({
    'fanal.yaml': 'project: cabinet\nlocales: [fr]\n',
    'articles/facture.md': '---\ntitle: Factures\npages: ["/patients/:id/factures"]\n---\nLancez.\n',
  })
  const base = await unpublishedBase(await loadContent(content.folder))
  content.dispose()
  return base
}

test('what was worked out for a place is kept, whatever stands for its variable parts', async () => {
  const base = await openBase()
  const priors = priorsHere(base, ['page:/patients/12/factures'])
  expect(priors?.get('facture')).toMatchObject({ why: 'page:/patients/:id/factures' })
  expect(priorsHere(base, ['page:/patients/8841/factures'])).toBe(priors)
})

test('contexts of other names say nothing', async () => {
  expect(priorsHere(await openBase(), ['shop-front', 'promo:summer'])).toBeUndefined()
})

test('of many places the one not asked from for longest is forgotten', async () => {
  const base = await openBase()
  const [first, second] = [priorsHere(base, ['topic:first']), priorsHere(base, ['topic:second'])]
  for (let place = 0; place < 199; place++) {
    priorsHere(base, [`topic:t${place}`])
    priorsHere(base, ['topic:first'])
  }
  expect(priorsHere(base, ['topic:first'])).toBe(first)
  expect(priorsHere(base, ['topic:second'])).not.toBe(second)
})
