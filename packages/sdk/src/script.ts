/** `fanal.js`, the script tag's entry: a classic script, so that a page with nothing but a nonce in its CSP can take it in. */
import { chooseLocale } from './boot/choose-locale.ts'
import { takeOver } from './boot/take-over.ts'

/** boot's file name, the same in every language; set by the build */
declare const __FANAL_BOOT__: string

const script = document.currentScript as HTMLScriptElement
takeOver(script.dataset, new URL(script.src).origin, (locale) => {
  // Said in full: in a script from another origin import() has no base of its own.
  const boot = new URL(`assets/${chooseLocale(locale)}/${__FANAL_BOOT__}`, script.src)
  return import(/* @vite-ignore */ boot.href)
})
