/**
 * Words in the language of the widget. Each chunk carries its own (`locales/fr.ts`, `locales/en.ts`), so that a person
 * who never contacts support never loads the words of the form.
 */
import { fillText } from '@fanal/contract'
import type { WidgetLocale } from '../runtime.ts'

/** The same keys in every language. */
export type Words<Key extends string> = Record<WidgetLocale, Record<Key, string>>

/** Text of a key, its `{name}` parts filled in. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string

export function translator<Key extends string>(words: Words<Key>, locale: WidgetLocale): Translate<Key> {
  return (key, values = {}) => fillText(words[locale][key], values)
}
