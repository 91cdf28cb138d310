/** What the journey needs of a browser, whatever protocol drives it: real keys and a real pointer, and a look at the page. */

export interface DrivenBrowser {
  /** such as `Firefox 153.7.0` */
  readonly name: string
  /** Waits until the document has loaded. */
  goto(address: string): Promise<void>
  /** @param expression JavaScript of the page, its value as JSON would hold it; no promise */
  evaluate<T>(expression: string): Promise<T>
  /** A press of the main button; CSS pixels from the top left of the page's window. */
  click(x: number, y: number): Promise<void>
  /** Key by key, into what has the focus. */
  type(text: string): Promise<void>
  press(key: Key): Promise<void>
  /** The whole window, in CSS pixels; what is left for the page is less where the browser has a toolbar. */
  resize(width: number, height: number): Promise<void>
  screenshot(): Promise<Buffer>
  /** What the page told its console as an error since the last look, and what its scripts failed with. */
  takeErrors(): Promise<string[]>
  close(): Promise<void>
}

export type Key = 'Enter' | 'Escape' | 'Tab' | 'ArrowDown' | 'F6'

/** Why a browser cannot be had on this machine, and what would bring it. */
export class MissingBrowser extends Error {}
