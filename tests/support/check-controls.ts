/**
 * What axe does not look at, measured in the page on every control of the widget that can be used now: the size of its target, and
 * whether one sees that it has the focus. Both functions run in the page and stand on nothing but their argument.
 * Source: WCAG 2.2, 2.5.8 Target Size (Minimum), 2.4.7 Focus Visible, 1.4.11 Non-text Contrast
 */
import axe from 'axe-core'
import type { Page } from 'playwright'

/**
 * What is wrong with the widget as it is on screen, one line each; [] when all is well.
 *
 * @param only `colours`: the state was looked at in other colours before, so that nothing else can have changed
 */
export async function findBarriers(page: Page, only?: 'colours'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  await page.evaluate(prepare)
  return [
    ...(await page.evaluate(runAxe, only ? ['color-contrast', 'link-in-text-block'] : [])),
    ...(only ? [] : await page.evaluate(findSmallTargets)),
    ...(await page.evaluate(findUnseenFocus)),
  ]
}

declare global {
  interface Window {
    /** the controls of the widget that can be used now, in document order */
    usableControls(): HTMLElement[]
    axe: typeof axe
  }
}

function prepare(): void {
  const roots = () =>
    [...document.querySelectorAll('fanal-help, fanal-flow')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  window.usableControls = () => {
    const all = roots().flatMap((root) => {
      const modal = [...root.querySelectorAll('dialog:modal')].at(-1)
      return [
        ...(modal ?? root).querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary,[tabindex="0"]'),
      ]
    })
    return all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.offsetWidth > 1)
  }
  // Colours on their way are nobody's colours.
  for (const animation of roots().flatMap((root) => root.getAnimations()))
    if (animation.effect?.getComputedTiming().iterations === 1) animation.finish()
}

/** @param rules [] for all */
async function runAxe(rules: string[]): Promise<string[]> {
  const hosts = [...document.querySelectorAll('fanal-help, fanal-flow')]
  // Beside a modal dialog all else is inert, which axe does not see.
  const modal = hosts.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('dialog:modal') ?? [])]).at(-1)
  const { violations } = await window.axe.run(
    { include: modal ? [modal] : hosts },
    { resultTypes: ['violations'], ...(rules.length && { runOnly: rules }) },
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.flat().join(' ')}`),
  )
}

/** Smaller than 24 × 24 px, and another target so near that circles of 24 px around both would touch. Links within a sentence are exempt. */
function findSmallTargets(): string[] {
  const least = 24
  const boxOf = (control: HTMLElement) => {
    const row = control.closest('.row')
    const label = control.closest('label')
    return (row ?? label ?? control).getBoundingClientRect()
  }
  const inSentence = (control: HTMLElement) =>
    getComputedStyle(control).display === 'inline' &&
    [...(control.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    )
  const targets = window.usableControls().map((control) => ({ control, box: boxOf(control) }))
  const small = targets.filter(
    ({ control, box }) => Math.min(box.width, box.height) < least - 0.1 && !inSentence(control),
  )
  const touches = (a: DOMRect, b: DOMRect) => {
    const [x, y] = [a.x + a.width / 2, a.y + a.height / 2]
    const dx = Math.max(b.left - x, 0, x - b.right)
    const dy = Math.max(b.top - y, 0, y - b.bottom)
    return Math.hypot(dx, dy) < least / 2
  }
  return small
    .filter(({ control, box }) => targets.some((other) => other.control !== control && touches(box, other.box)))
    .map(
      ({ control, box }) =>
        `target of ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px: ${control.outerHTML.slice(0, 90)}`,
    )
}

/** No outline, border or shadow of 3:1 or more appears on a control, or on what holds it, when it is focused by key. */
function findUnseenFocus(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const paint = (colour: string) => {
    if (!canvas) throw new Error('there is no canvas')
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = paint(colour).map((value) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (first: string, second: string) => {
    const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  const background = (element: Element | null): string => {
    for (let around = element; around; around = around.parentElement) {
      const { backgroundColor } = getComputedStyle(around)
      // Forced colours keep the transparency of what they replace.
      if (paint(backgroundColor)[3]) return backgroundColor
    }
    return matchMedia('(forced-colors: active)').matches ? 'Canvas' : '#fff'
  }
  /** every line around an element, as [where, colour] */
  const linesOf = (element: Element) => {
    const { outlineStyle, outlineWidth, outlineColor, borderTopColor, borderTopWidth, boxShadow } =
      getComputedStyle(element)
    const shadow = /^(.+?\)) 0px 0px 0px [1-9]/.exec(boxShadow)?.[1]
    return [
      ...(outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 ? [`outline|${outlineColor}`] : []),
      ...(Number.parseFloat(borderTopWidth) >= 1 ? [`border|${borderTopColor}`] : []),
      ...(shadow ? [`shadow|${shadow}`] : []),
    ]
  }
  const around = (control: Element) => {
    const holders = [control, control.parentElement, control.parentElement?.parentElement]
    return holders.flatMap((one) => (one ? [one] : []))
  }
  const settle = (control: HTMLElement) => {
    for (const animation of (control.getRootNode() as ShadowRoot).getAnimations())
      if (animation instanceof CSSTransition) animation.finish()
  }
  const root = document.querySelector('fanal-help')?.shadowRoot
  const before = root?.activeElement
  const unseen = window.usableControls().filter((control) => {
    ;(control.getRootNode() as ShadowRoot)
      .querySelector<HTMLElement>('.panel,.zoom,.modal')
      ?.focus({ preventScroll: true })
    control.blur()
    settle(control)
    const rest = around(control).map(linesOf)
    control.focus({ preventScroll: true, focusVisible: true } as FocusOptions)
    settle(control)
    return !around(control).some((element, place) =>
      linesOf(element)
        .filter((line) => !rest[place]?.includes(line))
        .some((line) => contrast(line.split('|')[1] ?? '', background(element.parentElement)) >= 3),
    )
  })
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  else unseen.at(-1)?.blur()
  return unseen.map((control) => `focus is not seen: ${control.outerHTML.slice(0, 90)}`)
}
