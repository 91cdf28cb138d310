/**
 * Frees a CSS selector of what a build or a framework generates, and says how far the rest can be trusted. Pure.
 * A hashed class or a generated id names another element after the next release, so it counts for nothing.
 */

/** identity: an id or a test mark · strong: an attribute with a value · weak: classes, tags, positions · none: nothing left */
export type CssStrength = 'identity' | 'strong' | 'weak' | 'none'

export interface StableSelector {
  /** '' when nothing is left */
  selector: string
  strength: CssStrength
}

const generatedPrefix =
  /^(?:css|sc|jss|emotion|svelte|radix|headlessui|mui|ember|ng|_ng\w+|react-aria|j_idt|ui-id)[-_:]|^[:«]|:r\w+:|\d{3,}|[-_]\d+$/
/** letters between digits, or digits between letters, as in a hash */
const hash = /^(?=.*\d[a-z])(?=.*[a-z]\d)[a-z\d]{5,}$/i
const styling =
  /^(?:active|open|selected|focus|hover|disabled|hidden|show|is-|has-|m[trblxy]?-|p[trblxy]?-|w-|h-|flex|grid|text-|bg-|col-|row-|d-)/

/** @param css a selector as an author or a recorder wrote it */
export function stableSelector(css: string): StableSelector {
  const kept = css
    .replace(/\[(id|class)([*^$|~]?=)(["']?)([^\]"']*)\3\]/g, (all, _name, _operator, _quote, value: string) =>
      isGenerated(value) ? '' : all,
    )
    .replace(/([#.])((?:\\.|:\w+:|[^\s#.[\]:>+~,()\\])+)(?![^[]*\])/g, (all, _mark, name: string) =>
      isGenerated(name.replaceAll('\\', '')) ? '' : all,
    )
  const compounds = kept.trim().split(/\s*([\s>+~])\s*(?![^[(]*[\])])/)
  const strength = strengthOf(compounds.filter((_, index) => index % 2 === 0))
  const parts = compounds.map((part, index) => (index % 2 === 0 && part === '' ? '*' : part))
  return { selector: strength === 'none' ? '' : parts.join(' '), strength }
}

/** Whether a class or id looks made by a machine. */
export function isGenerated(name: string): boolean {
  return generatedPrefix.test(name) || name.split(/[-_]+/).some((part) => hash.test(part))
}

/** The element itself is described by the last compound; those before it only narrow down. */
function strengthOf(compounds: string[]): CssStrength {
  const own = compounds.at(-1) ?? ''
  if (/:nth|:first|:last/.test(compounds.join(' '))) return 'weak'
  if (/#[\w-]|\[(?:id|name|data-(?:test|testid|test-id|cy|qa|nav|fanal-id))=/.test(own)) return 'identity'
  if (/\[(?:data-[\w-]+|href|for|aria-controls|formaction|value)=["']?[^"'#\]]/.test(own)) return 'strong'
  const classes = [...own.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '')
  if (classes.some((name) => !styling.test(name)) || /\[/.test(own)) return 'weak'
  return compounds.slice(0, -1).some((part) => /[#.[]/.test(part)) ? 'weak' : 'none'
}
