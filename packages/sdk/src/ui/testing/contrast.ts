/** Contrast as people see it: of the colours a browser computes, whatever the way they were written. */

/** From every hue, and close to where black and white are equally readable (#757575 to #777, #c5521c, #0078d7 …). */
export const accents = (
  '#000 #fff #767676 #757575 #777 #747474 #808080 #0b6e6e #ffd400 #e0245e #0000ff #ff0000 #00ff00 #008000 #c5521c #d2491a ' +
  '#0078d7 #1a73e8 #4a6cff #5a67d8 #6366f1 #7c4dff #9c27b0 #c2185b #d6336c #dd3300 #b8860b #8b6f00 #2e8b57 #388e3c #009688 #00838f #607d8b #a0522d'
).split(' ')

/** WCAG 2.2, contrast of two colours as they are painted. */
export function contrast(first: string, second: string): number {
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

/** A text that is too faint, or nothing. Disabled, hidden and covered texts are not looked for. */
export interface Faint {
  text: string
  ratio: number
}

/**
 * Every text in `root` that is shown, against what is painted behind it.
 * @returns those under `least`, such as 4.5
 */
export function faintTexts(root: Element, least: number): Faint[] {
  endTransitions(root)
  const holders = [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => ownText(element) && element.checkVisibility({ visibilityProperty: true }),
  )
  return holders.flatMap((element) => {
    const ratio = contrast(getComputedStyle(element).color, backgroundOf(element))
    return ratio < least ? [{ text: ownText(element), ratio }] : []
  })
}

/** Colours on their way are nobody's colours. */
export function endTransitions(root: Element): void {
  for (const animation of root.getAnimations({ subtree: true }))
    if (animation instanceof CSSTransition) animation.finish()
}

const ownText = (element: Element) =>
  [...element.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
    .join('')
    .trim()

/** The nearest colour behind an element; the widget paints no half-transparent ones there. */
export function backgroundOf(element: Element): string {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const { backgroundColor } = getComputedStyle(around)
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}
