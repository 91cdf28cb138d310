import { afterEach, describe, expect, it } from 'vitest'
import { accents, contrast } from '../ui/testing/contrast.ts'
import { createLauncher, styleRoot } from './launcher.ts'

let element: HTMLElement
afterEach(() => element?.remove())

function startRoot(accent: string): ShadowRoot {
  element = document.createElement('fanal-help')
  document.documentElement.append(element)
  const root = element.attachShadow({ mode: 'open' })
  styleRoot(root, accent)
  return root
}

describe.each(accents)('with the accent %s', (accent) => {
  it('the launcher is readable', () => {
    const button = createLauncher({}, 'Aide')
    startRoot(accent).append(button)
    const { color, backgroundColor } = getComputedStyle(button)
    expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5)
  })
})
