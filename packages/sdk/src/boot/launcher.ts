/**
 * The launcher: the one thing of ours that every page view shows.
 * `all: initial !important` inside the shadow root beats whatever a page sets on our element, !important or not; `direction` is
 * not part of `all`, so it is said. px and system fonts only: rem and @font-face belong to the host. The transparent border
 * shows in forced colours; nothing moves, so reduced motion has nothing to stop. In the top layer no z-index counts.
 */
import type { WidgetSettings } from '@fanal/contract'

const css =
  ':host{all:initial!important;direction:ltr!important;position:fixed!important}' +
  '.launcher{all:unset;position:fixed;bottom:20px;right:20px;padding:0 20px;border:1px solid #0000;background:var(--fanal-accent);color:color(from var(--fanal-accent) xyz-d65 calc((.179 - y)*1e6)calc((.179 - y)*1e6)calc((.179 - y)*1e6));font:600 16px/46px system-ui,sans-serif;cursor:pointer;box-shadow:0 2px 12px #0004}' +
  '.bottom-left{right:auto;left:20px}' +
  '.launcher:focus-visible{outline:2px solid #fff;box-shadow:0 0 0 5px #124}' +
  '@media print{:host{display:none!important}}'

/** Gives the root its first sheet; the accent goes in as one property, so that no setting can bring rules along. */
export function styleRoot(root: ShadowRoot, accent = '#0b6e6e'): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  ;(sheet.cssRules[0] as CSSStyleRule).style.setProperty('--fanal-accent', accent, 'important')
  root.adoptedStyleSheets = [sheet]
}

export function createLauncher(settings: WidgetSettings, defaultLabel: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.className = `launcher ${settings.position}`
  button.ariaLabel = settings.label || defaultLabel
  button.textContent = settings.launcher === 'icon' ? '?' : button.ariaLabel
  button.ariaHasPopup = 'dialog'
  // Half as round again as the panel, which is larger.
  button.style.borderRadius = `${(settings.radius ?? 16) * 1.5}px`
  return button
}
