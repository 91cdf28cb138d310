/** Pages whose scripts listen to everything, pull the focus back, or have changed what the language gives. */
import { expect } from '@playwright/test'
import { type HostPage, nonce } from './host-page.ts'

const script = (code: string) => `<script nonce="${nonce}">${code}</script>`

export const pagesByScript: HostPage[] = [
  {
    name: 'hotkeys on the document, before anybody else',
    head: script(
      `for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, (event) => {
        if (!'/k'.includes(event.key)) return
        notes.hotkeys.push(event.key)
        event.preventDefault()
      }, true)`,
    ),
  },
  {
    name: 'a focus trap, on the way up',
    head: script(
      `document.addEventListener('focusin', (event) => {
        if (!event.target.closest('form')) document.querySelector('[name=montant]').focus()
      })`,
    ),
  },
  {
    name: 'a focus trap, on the way down',
    head: script(
      `document.addEventListener('focusin', (event) => {
        if (event.target.closest('form')) return
        event.stopImmediatePropagation()
        document.querySelector('[name=montant]').focus()
      }, true)`,
    ),
  },
  {
    name: 'every key and pointer event stopped at the window',
    head: script(
      `for (const type of ['keydown', 'keypress', 'keyup', 'click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'pointerover', 'touchstart'])
        addEventListener(type, (event) => event.stopPropagation(), true)`,
    ),
  },
  {
    name: 'built-ins as Prototype 1.6 leaves them',
    checksSignals: true,
    head: script(
      `const toArray = (from) => {
        if (!from) return []
        if (from.toArray) return from.toArray()
        const { length = 0 } = from
        const array = new Array(length)
        for (let i = 0; i < length; i++) array[i] = from[i]
        return array
      }
      Array.from = toArray
      Object.assign(Array.prototype, {
        each(run) { for (let i = 0; i < this.length; i++) run(this[i], i) },
        entries() { return [...this] },
        toArray() { return [...this] },
        first() { return this[0] },
        size() { return this.length },
        toJSON() { return '[' + [].map.call(this, (value) => JSON.stringify(value)).join(', ') + ']' },
      })
      Object.assign(Element.prototype, {
        remove() { this.parentNode.removeChild(this); return this },
        scrollTo() { window.scrollTo(0, 99); return this },
        select(css) { return toArray(this.querySelectorAll(css)) },
        update() { return this }, show() { return this }, hide() { return this }, insert() { return this },
      })
      Function.prototype.bind = function (self, ...first) { const run = this; return function (...rest) { return run.apply(self, [...first, ...rest]) } }
      Date.prototype.toJSON = function () { return '"' + this.getTime() + '"' }`,
    ),
    leave: async (frame) => expect(await frame.evaluate('scrollY')).toBe(0),
  },
  {
    name: 'built-ins as MooTools 1.2 leaves them',
    checksSignals: true,
    head: script(
      `Array.from = (item) => item == null ? [] : Array.isArray(item) ? item : typeof item === 'object' && 'length' in item ? [].slice.call(item) : [item]
      Function.prototype.bind = function (self, args) { const run = this; return function () { return run.apply(self, args ? [].concat(args) : arguments) } }
      Object.assign(Array.prototype, { contains(x) { return this.indexOf(x) > -1 }, flatten() { return this }, empty() { this.length = 0; return this } })
      Object.assign(Element.prototype, { get() {}, set() { return this }, empty() { return this }, destroy() { return null }, clone() { return this } })
      Object.assign(String.prototype, { contains(x) { return this.indexOf(x) > -1 }, test(x) { return new RegExp(x).test(this) } })
      window.Event = function (event) { return event }
      window.Element = Object.assign(function () {}, { prototype: Element.prototype })
      window.Browser = {}`,
    ),
  },
  {
    name: 'an AMD loader',
    head: script(
      `window.define = Object.assign((...args) => notes.faults.push('define was called: ' + args.length), { amd: {} })
      window.require = () => { throw Error('require was called') }
      window.module = undefined
      window.exports = {}`,
    ),
  },
]
