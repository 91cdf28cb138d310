/**
 * A line beside the launcher that names the error and leads to its article. It takes no focus, covers no more of the page than the
 * launcher's own band, and goes when it is waved away.
 */
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { applyTheme } from '../../ui/apply-theme.ts'
import controlsCss from '../../ui/controls.css?inline'
import { element, icon, takeOut } from '../../ui/element.ts'
import tokensCss from '../../ui/tokens.css?inline'
import { translator } from '../../ui/translate.ts'
import offerCss from './offer.css?inline'
import { offerWords } from './offer-words.ts'

/** Distance from the launcher and from the edge of the window, px. */
const gap = 10
/** Beside a launcher that leaves less room than this the line stands above it, px. */
const leastWidth = 170

/**
 * @param error as its article writes it
 * @returns takes it away
 */
export function showChip(runtime: Runtime, error: string, onOpen: () => void, onDismiss: () => void): () => void {
  for (const css of [tokensCss, controlsCss, offerCss]) adoptStyles(runtime.root, css)
  const t = translator(offerWords, runtime.locale)
  const before = document.activeElement
  const status = element('div', { role: 'status' })
  const open = element(
    'button',
    { type: 'button', className: 'offer-open', onclick: () => runtime.guard(onOpen) },
    icon('M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15M7.8 7.9a2.2 2.2 0 1 1 3 2c-.5.3-.8.7-.8 1.3M10 13.6v.1'),
    element('span', {}, `${t('help')} `, element('b', {}, error)),
  )
  const close = element(
    'button',
    { type: 'button', className: 'tool', ariaLabel: t('dismiss'), onclick: () => runtime.guard(dismiss) },
    icon('m5 5 10 10M15 5 5 15'),
  )
  const chip = element('div', { className: 'fanal offer', lang: runtime.locale, dir: 'ltr' }, status, close)

  function dismiss(): void {
    const hadFocus = chip.contains(runtime.root.activeElement)
    onDismiss()
    if (hadFocus) (ownLauncher(runtime) ?? (before as HTMLElement | null))?.focus()
  }
  chip.onkeydown = (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    runtime.guard(dismiss)
  }

  const stopTheme = applyTheme(runtime, chip)
  const arrange = () => runtime.guard(() => place(chip, runtime))
  const resizes = new ResizeObserver(arrange)
  const launcher = ownLauncher(runtime)
  runtime.root.append(chip)
  // A live region is told of what changes in it, not of coming with its text.
  status.append(open)
  arrange()
  if (launcher) resizes.observe(launcher)
  window.addEventListener('resize', arrange)
  return () => {
    window.removeEventListener('resize', arrange)
    resizes.disconnect()
    stopTheme()
    takeOut(chip)
  }
}

/** The launcher where it is ours; one of the host's may stand anywhere. */
function ownLauncher({ launcher, root }: Runtime): HTMLElement | null {
  return launcher?.getRootNode() === root ? launcher : null
}

function place(chip: HTMLElement, runtime: Runtime): void {
  const { clientWidth: width } = document.documentElement
  const left = runtime.config?.widget.position === 'bottom-left'
  const box = ownLauncher(runtime)?.getBoundingClientRect()
  const taken = box ? (left ? box.right : width - box.left) + gap : 20
  const isBeside = width - taken - gap >= leastWidth
  const edge = isBeside || !box ? taken : left ? box.left : width - box.right
  const { style } = chip
  style.setProperty(left ? 'left' : 'right', `${edge}px`)
  style.setProperty('max-width', `${width - edge - gap}px`)
  style.setProperty('bottom', `${box ? innerHeight - (isBeside ? box.bottom : box.top - gap) : 20}px`)
  style.setProperty('min-height', `${isBeside && box ? box.height : 44}px`)
}
