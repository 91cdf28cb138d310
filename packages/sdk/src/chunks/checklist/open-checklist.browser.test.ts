import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { findViolations } from '../../ui/testing/check-accessibility.ts'
import type { FakeWidget, FakeWidgetOptions } from '../../ui/testing/fake-runtime.ts'
import { endWidgets, inWidget, startWidget } from '../../ui/testing/find-in-widget.ts'
import { config } from '../../ui/testing/sample-help.ts'

afterEach(() => {
  endWidgets()
  localStorage.clear()
})

const list = {
  title: 'Bien démarrer',
  flows: [
    { id: 'cabinet', title: 'Configurer le cabinet' },
    { id: 'imprimante', title: 'Configurer l’imprimante', milestone: 'imprimante-prete' },
  ],
}

async function openHome(options: FakeWidgetOptions = {}): Promise<FakeWidget> {
  const widget = startWidget({ config: { ...config('fr'), checklist: true }, ...options })
  widget.answers['/v1/checklist'] = () => list
  widget.panel.open()
  return widget
}

const region = (widget: FakeWidget) => inWidget(widget).findByRole('region', { name: 'Bien démarrer' })
const gone = (widget: FakeWidget) =>
  waitFor(() => expect(inWidget(widget).queryByRole('region', { name: 'Bien démarrer' })).toBeNull())

describe('the checklist', () => {
  it('stands on home below the suggestions, and starts a flow', async () => {
    const widget = await openHome()
    const section = await region(widget)
    expect(section.textContent).toContain('2 guides pour commencer')
    expect(await findViolations(widget.runtime.root.host)).toEqual([])
    await userEvent.click(inWidget(widget).getByRole('button', { name: 'Configurer le cabinet – Commencer' }))
    expect(widget.startedFlows).toEqual(['cabinet'])
  })

  it('ticks off what was completed, and what the host says was reached; gone when all is done', async () => {
    const widget = await openHome()
    const section = await region(widget)
    widget.runtime.report('flow_completed', { flowId: 'cabinet' })
    await waitFor(() => expect(section.textContent).toContain('1 sur 2 terminé'))
    expect(inWidget(widget).queryByRole('button', { name: /Configurer le cabinet/ })).toBeNull()
    widget.runtime.report('milestone_reached', { name: 'imprimante-prete' })
    await gone(widget)
  })

  it('takes a flow up again at the step it was left at', async () => {
    const widget = await openHome()
    await region(widget)
    widget.runtime.report('flow_exited', { flowId: 'cabinet', stepId: 'adresse', reason: 'quit' })
    await userEvent.click(await inWidget(widget).findByRole('button', { name: 'Configurer le cabinet – Reprendre' }))
    expect(widget.startedFlows).toEqual(['cabinet at adresse'])
  })

  it('can be put off or sent away; the focus stays in the panel', async () => {
    const widget = await openHome()
    await region(widget)
    await userEvent.click(inWidget(widget).getByRole('button', { name: 'Plus tard' }))
    await gone(widget)
    expect(widget.runtime.root.activeElement).toHaveTextContent('Articles suggérés pour cette page')
    localStorage.clear()
    const other = await openHome()
    await region(other)
    await userEvent.click(inWidget(other).getByRole('button', { name: 'Ne plus afficher' }))
    await gone(other)
    const kept = Object.entries(localStorage).filter(([name]) => name.endsWith(':checklist'))
    expect(kept.map(([, until]) => Number(until) > Date.now() + 365 * 86_400_000)).toEqual([true])
  })

  it('is not asked for where the project has none', async () => {
    const widget = await openHome({ config: config('fr') })
    let asked = false
    widget.answers['/v1/checklist'] = () => {
      asked = true
      return list
    }
    // What comes after the first suggestions is there.
    await expect.poll(() => widget.reported.map(({ name }) => name)).toContain('suggestions_shown')
    expect(asked).toBe(false)
    expect(inWidget(widget).queryByRole('region', { name: 'Bien démarrer' })).toBeNull()
  })
})
