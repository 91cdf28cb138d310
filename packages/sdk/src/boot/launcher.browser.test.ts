import { afterEach, describe, expect, it } from 'vitest'
import tokensCss from '../ui/tokens.css?inline'
import { createLauncher, styleRoot } from './launcher.ts'

/** From every hue, and close to where black and white are equally readable (#757575 to #777, #c5521c, #0078d7 …). */
const accents = (
  '#000 #fff #767676 #757575 #777 #747474 #808080 #0b6e6e #ffd400 #e0245e #0000ff #ff0000 #00ff00 #008000 #c5521c #d2491a ' +
  '#0078d7 #1a73e8 #4a6cff #5a67d8 #6366f1 #7c4dff #9c27b0 #c2185b #d6336c #dd3300 #b8860b #8b6f00 #2e8b57 #388e3c #009688 #00838f #607d8b #a0522d'
).split(' ')

let element: HTMLElement
afterEach(() => element?.remove())

function startRoot(accent: string): ShadowRoot {
  element = document.createElement('fanal-help')
  document.documentElement.append(element)
  const root = element.attachShadow({ mode: 'open' })
  styleRoot(root, accent)
  return root
}

/** WCAG 2.2, contrast of two colours as they are painted. */
function contrast(first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const canvas = document.createElement('canvas').getContext('2d')
  if (!canvas) throw new Error('there is no canvas')
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
    value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

it('measures contrast as WCAG does', () => {
  expect(contrast('#fff', '#767676')).toBeCloseTo(4.54, 2)
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5)
})

describe.each(accents)('with the accent %s', (accent) => {
  it('the launcher is readable', () => {
    const button = createLauncher({}, 'Aide')
    startRoot(accent).append(button)
    const { color, backgroundColor } = getComputedStyle(button)
    expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['light', 'dark'])('buttons and links of the panel are readable, %s', (theme) => {
    const root = startRoot(accent)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `${tokensCss} .fill{background:var(--fanal-accent-fill);color:var(--fanal-accent-ink)} .text{background:var(--fanal-surface);color:var(--fanal-accent-text)} .sunken{background:var(--fanal-sunken);color:var(--fanal-accent-text)} .tint{background:var(--fanal-accent-tint);color:var(--fanal-accent-text)}`,
    )
    root.adoptedStyleSheets.push(sheet)
    const surface = document.createElement('div')
    surface.className = 'fanal'
    surface.dataset.theme = theme
    root.append(surface)
    const found = ['fill', 'text', 'sunken', 'tint'].map((name) => {
      const part = document.createElement('p')
      part.className = name
      surface.append(part)
      const { color, backgroundColor } = getComputedStyle(part)
      return { name, readable: contrast(color, backgroundColor) >= 4.5 }
    })
    expect(found.filter(({ readable }) => !readable)).toEqual([])
  })
})
