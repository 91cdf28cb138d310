/**
 * Words in the language of the widget. Each chunk carries its own (`locales/fr.ts`, `locales/en.ts`), so that a person
 * who never contacts support never loads the words of the form.
 */
import { fillText } from '@fanal/contract'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { WidgetLocale } from '../runtime.ts'

/** The same keys in every language. */
export type Words<Key extends string> = Record<WidgetLocale, Record<Key, string>>

/** Text of a key, its `{name}` parts filled in. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string

export const LocaleContext = createContext<WidgetLocale>('en')

export function translator<Key extends string>(words: Words<Key>, locale: WidgetLocale): Translate<Key> {
  return (key, values = {}) => fillText(words[locale][key], values)
}

/** `translator` for the language of the panel around the component. */
export function useTranslate<Key extends string>(words: Words<Key>): Translate<Key> {
  return translator(words, useContext(LocaleContext))
}
