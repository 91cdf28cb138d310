/**
 * Puts style text into the shadow root as a constructed sheet, which passes a CSP that refuses `<style>` and style attributes.
 * A sheet leaves with its root; nothing is kept for a root that is gone.
 */
const adopted = new WeakMap<ShadowRoot, Set<string>>()

/** Adopts `css` once per root, whatever the number of calls. */
export function adoptStyles(root: ShadowRoot, css: string): void {
  const texts = adopted.get(root) ?? new Set()
  adopted.set(root, texts)
  if (texts.has(css)) return
  texts.add(css)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
