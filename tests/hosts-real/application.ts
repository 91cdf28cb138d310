/** A third-party application that the widget visits: how it is installed and started, and what a person does there. */
import type { Page } from '@playwright/test'

export interface Application {
  name: string
  /**
   * Installs it into a folder of its own, where an earlier run may have done so already.
   *
   * @returns the version that is there
   * @throws CannotInstall with what is missing
   */
  install(folder: string): Promise<string>
  /** @param data an empty folder, new for each run */
  start(options: StartOptions): Promise<{ stop(): Promise<void> }>
  /** From the first page to the one on which the help is wanted: signed in, where there is a way to. */
  enter(page: Page, origin: string): Promise<void>
  /** What the application is for: a form and a hotkey of its own. The same with and without us. */
  use(page: Page): Promise<void>
  /** told in the report: what `enter` and `use` went through */
  checked: string
  /** What the page is called, where its address cannot tell: told with the verb `page`. Default: the address says it. */
  page?: string
  /** a step of a flow on something of its own */
  step: { css: string; role: string; name: string }
}

export interface StartOptions {
  folder: string
  data: string
  port: number
  /** where people find it: the proxy */
  origin: string
}

/** Why an application is not tried on this machine. */
export class CannotInstall extends Error {}

export const account = { name: 'aubry', password: 'cabinet-des-lilas' }
