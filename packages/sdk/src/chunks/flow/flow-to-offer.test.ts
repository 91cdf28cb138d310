import { describe, expect, it } from 'vitest'
import { flowToOffer, type OfferedFlow } from './flow-to-offer.ts'

const flow = (id: string, start: OfferedFlow['start']): OfferedFlow => ({ id, title: id, start })
const none = new Set<string>()

describe('flowToOffer', () => {
  it('offers the flow of a first visit on its page, once', () => {
    const config = { flows: [flow('imprimante', { when: 'first-visit', page: '/parametres/**' })] }
    expect(flowToOffer(config, { page: '/parametres/imprimantes' }, none)?.id).toBe('imprimante')
    expect(flowToOffer(config, { page: '/agenda' }, none)).toBeNull()
    expect(flowToOffer(config, { page: '/parametres' }, new Set(['imprimante']))).toBeNull()
  })

  it('never offers one that is started by hand', () => {
    expect(flowToOffer({ flows: [flow('a', { when: 'manual', page: '/' })] }, { page: '/' }, none)).toBeNull()
  })

  it('goes by the feature where no page is named', () => {
    const config = { flows: [flow('vitale', { when: 'first-visit', feature: 'carte-vitale' })] }
    expect(flowToOffer(config, { page: '/', feature: 'carte-vitale' }, none)?.id).toBe('vitale')
    expect(flowToOffer(config, { page: '/' }, none)).toBeNull()
  })

  it('takes the highest priority, and the first written among equals', () => {
    const flows = [
      flow('a', { when: 'first-visit', page: '/' }),
      flow('b', { when: 'first-visit', page: '/', priority: 2 }),
      flow('c', { when: 'first-visit', page: '/', priority: 2 }),
    ]
    expect(flowToOffer({ flows }, { page: '/' }, none)?.id).toBe('b')
    expect(flowToOffer(null, { page: '/' }, none)).toBeNull()
  })
})
