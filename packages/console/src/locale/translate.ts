/** Words of the console in French and English. Pure; components get them through `useTranslate`. */
import { fillText } from '@fanal/contract'
import { backlogEn } from './backlog-en.ts'
import { backlogFr } from './backlog-fr.ts'
import { definitionsEn } from './definitions-en.ts'
import { definitionsFr } from './definitions-fr.ts'
import { en } from './en.ts'
import { flowsEn } from './flows-en.ts'
import { flowsFr } from './flows-fr.ts'
import { fr } from './fr.ts'

export type Locale = 'fr' | 'en'

const french = { ...fr, ...backlogFr, ...definitionsFr, ...flowsFr }

export type MessageKey = keyof typeof french
export type Values = Record<string, string | number>
export type Translate = (key: MessageKey, values?: Values) => string

const messages: Record<Locale, Record<MessageKey, string>> = {
  fr: french,
  en: { ...en, ...backlogEn, ...definitionsEn, ...flowsEn },
}

/**
 * The text of a key. A text may hold two forms, `one article|{n} articles`: `values.n` chooses by the language's plural rule
 * (French: 0 and 1 are singular; English: only 1 is).
 */
export function createTranslate(locale: Locale): Translate {
  const plural = new Intl.PluralRules(locale)
  return (key, values = {}) => {
    const [one = '', other] = messages[locale][key].split('|')
    const text = other === undefined || plural.select(Number(values.n)) === 'one' ? one : other
    return fillText(text, values)
  }
}

/** Whether a text exists for a key made up at run time, such as `error.` and a code. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(french, key)
}
