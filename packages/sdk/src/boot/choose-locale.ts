/** Which language the widget speaks: what the host says, else that of the page, else the browser's. */
import type { WidgetLocale } from '../types.ts'

/** the one language of a build that holds no other; undefined where both are at hand */
declare const __FANAL_LOCALE__: WidgetLocale | undefined

/** @param wanted `locale` of `init`; what is not French is English */
export function chooseLocale(wanted: string | undefined): WidgetLocale {
  if (typeof __FANAL_LOCALE__ !== 'undefined') return __FANAL_LOCALE__
  return /^fr/i.test(wanted || document.documentElement.lang || navigator.language) ? 'fr' : 'en'
}
