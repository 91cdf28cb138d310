/** `fanal.js`, the script tag's entry: a classic script, so that a page with nothing but a nonce in its CSP can take it in. */
import { takeOver } from './boot/take-over.ts'

/** path of boot relative to this script, set by the build */
declare const __FANAL_BOOT__: string

const script = document.currentScript as HTMLScriptElement
// Said in full: in a script from another origin import() has no base of its own.
const boot = new URL(__FANAL_BOOT__, script.src)
takeOver(script.dataset, boot.origin, () => import(/* @vite-ignore */ boot.href))
