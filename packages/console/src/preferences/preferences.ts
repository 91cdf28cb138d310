/** What a person chose for this browser: theme, language, keyboard shortcuts. Works without storage, for the page's life. */
import type { Locale } from '../locale/translate.ts'

export type Theme = 'auto' | 'light' | 'dark'

export interface Preferences {
  theme: Theme
  locale: Locale
  /** single-key shortcuts can be turned off: speech input types letters too (WCAG 2.1.4) */
  shortcuts: boolean
}

const storageKey = 'fanal-console'

/**
 * @param browserLanguages as in `navigator.languages`; the first French or English one decides, French when there is none
 */
export function readPreferences(browserLanguages: readonly string[]): Preferences {
  const stored = readStored()
  const { theme, locale, shortcuts } = stored
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    locale: locale === 'fr' || locale === 'en' ? locale : browserLocale(browserLanguages),
    shortcuts: shortcuts !== false,
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    // Storage is off or full: the choice holds until the page is left.
  }
}

export function browserLocale(languages: readonly string[]): Locale {
  const known = languages.map((language) => language.slice(0, 2).toLowerCase()).find((it) => it === 'fr' || it === 'en')
  return known === 'en' ? 'en' : 'fr'
}

function readStored(): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  } catch {
    // Storage is off, or somebody else's value stands under the key: start from the defaults.
    return {}
  }
}
