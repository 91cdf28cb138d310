/** For browser tests: starts the real console at a URL, with the network faked at `fetch` and nothing else. */
import { cleanup, render } from '@testing-library/preact'
import axe from 'axe-core'
import { expect, vi } from 'vitest'
import { page } from 'vitest/browser'
import { App } from './App.tsx'
import { createQueryClient } from './api/query-client.ts'
import { session } from './worked-example.support.ts'
import './styles/console.css'

export interface Sent {
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  body: unknown
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

/** By `METHOD /path`: the answer, or how to make it from the request. */
export type Answers = Record<string, Answer | ((sent: Sent) => Answer | Promise<Answer>)>

export function refusal(status: number, code: string, details?: unknown): Answer {
  return { status, body: { error: { code, message: `${code}.`, ...(details === undefined ? {} : { details }) } } }
}

export const signedIn: Answers = { 'GET /v1/session': { body: session } }

/**
 * @param widthPx of the window
 * @returns every request made so far, oldest first
 */
export async function startConsole(url: string, answers: Answers, widthPx = 1280): Promise<Sent[]> {
  await page.viewport(widthPx, 800)
  const sent: Sent[] = []
  const realFetch = window.fetch.bind(window)
  localStorage.setItem('fanal-console', JSON.stringify({ theme: 'light', locale: 'fr', shortcuts: true }))
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const address = new URL(String(input), location.origin)
    if (!address.pathname.startsWith('/v1/')) return realFetch(input, init)
    const request: Sent = {
      method: init.method ?? 'GET',
      path: address.pathname,
      query: Object.fromEntries(address.searchParams),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    }
    sent.push(request)
    const answer = answers[`${request.method} ${request.path}`]
    if (answer === undefined) throw new TypeError(`No answer was given for ${request.method} ${request.path}.`)
    const { status = 200, headers = {}, body } = typeof answer === 'function' ? await answer(request) : answer
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
  })
  history.replaceState(null, '', url)
  render(<App client={createQueryClient()} />)
  return sent
}

export function stopConsole(): void {
  cleanup()
  vi.unstubAllGlobals()
  localStorage.removeItem('fanal-console')
  history.replaceState(null, '', '/')
}

/** Fails with the rule and the element for anything axe finds, contrast included. */
export async function expectNoAxeViolations(): Promise<void> {
  // Colours on their way from one to another have no contrast of their own yet.
  const moving = document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations === 1)
  await Promise.allSettled(moving.map((animation) => animation.finished))
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}
