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

describe('the launcher as the project sets it', () => {
  it('is a round question mark that is still called Help, at least 24 px each way', () => {
    const root = startRoot('#0b6e6e')
    const button = createLauncher({ launcher: 'icon', position: 'bottom-left' }, 'Help')
    root.append(button)
    expect(button.textContent).toBe('?')
    expect(button.ariaLabel).toBe('Help')
    const { width, height } = button.getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    expect(getComputedStyle(button).borderTopLeftRadius).toBe('24px')
  })

  it('takes the corners of the project', () => {
    const root = startRoot('#0b6e6e')
    const button = createLauncher({ radius: 4 }, 'Help')
    root.append(button)
    expect(getComputedStyle(button).borderTopLeftRadius).toBe('6px')
  })
})
