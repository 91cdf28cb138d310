/** Gives every component the person's preferences, and the words and figures of their language. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { createFormat, type Format } from '../format/format.ts'
import { createTranslate, type Translate } from '../locale/translate.ts'
import { type Preferences, readPreferences, writePreferences } from './preferences.ts'

interface PreferencesContext {
  preferences: Preferences
  change(changes: Partial<Preferences>): void
  t: Translate
  format: Format
}

const Context = createContext<PreferencesContext | null>(null)

/** Also keeps `lang` and `data-theme` of the document in step: both are read by styles and screen readers. */
export function PreferencesProvider({ children }: { children: ComponentChildren }) {
  const [preferences, setPreferences] = useState(() => readPreferences(navigator.languages))
  const { locale, theme } = preferences
  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dataset.theme = theme
  }, [locale, theme])
  const value = useMemo<PreferencesContext>(
    () => ({
      preferences,
      change: (changes) => {
        const next = { ...preferences, ...changes }
        writePreferences(next)
        setPreferences(next)
      },
      t: createTranslate(locale),
      format: createFormat(locale),
    }),
    [preferences, locale],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function usePreferences(): PreferencesContext {
  const value = useContext(Context)
  if (!value) throw new Error('usePreferences needs a PreferencesProvider above it.')
  return value
}

export function useTranslate(): Translate {
  return usePreferences().t
}

export function useFormat(): Format {
  return usePreferences().format
}
