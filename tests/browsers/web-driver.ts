/**
 * A small client of W3C WebDriver over HTTP (https://www.w3.org/TR/webdriver2/): the few commands the journey needs. WebKitGTK's
 * driver speaks nothing else.
 */

/** Keys that are no characters: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const keyCodes = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowDown: '\uE015',
  F6: '\uE036',
} as const

export interface WebDriverSession {
  readonly browserVersion: string
  goto(url: string): Promise<void>
  /** @param body of a function; what it returns as JSON would hold it */
  execute<T>(body: string): Promise<T>
  click(x: number, y: number): Promise<void>
  /** @param keys characters, or codes of `keyCodes` */
  type(keys: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  screenshot(): Promise<Buffer>
  end(): Promise<void>
}

interface Answer {
  value: unknown
}

interface Problem {
  error: string
  message: string
}

/**
 * @param origin of the driver
 * @param capabilities which browser it shall start, and how
 * @throws Error with the driver's own words where it refuses
 */
export async function openSession(origin: string, capabilities: Record<string, unknown>): Promise<WebDriverSession> {
  const command = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as Answer
    if (answer.ok) return value
    const { error, message } = value as Problem
    throw new Error(`${method} ${path}: ${error}. ${message}`)
  }
  const started = (await command('POST', '/session', { capabilities: { alwaysMatch: capabilities } })) as {
    sessionId: string
    capabilities: { browserVersion: string }
  }
  const session = `/session/${started.sessionId}`
  const act = (type: string, id: string, actions: object[], parameters?: object) =>
    command('POST', `${session}/actions`, { actions: [{ type, id, actions, ...(parameters && { parameters }) }] })

  return {
    browserVersion: started.capabilities.browserVersion,
    async goto(url) {
      await command('POST', `${session}/url`, { url })
    },
    execute: <T>(body: string) => command('POST', `${session}/execute/sync`, { script: body, args: [] }) as Promise<T>,
    async click(x, y) {
      const moves = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await act('pointer', 'mouse', moves, { pointerType: 'mouse' })
    },
    async type(keys) {
      const strokes = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await act('key', 'keyboard', strokes)
    },
    async resize(width, height) {
      await command('POST', `${session}/window/rect`, { width, height })
    },
    async screenshot() {
      return Buffer.from((await command('GET', `${session}/screenshot`)) as string, 'base64')
    },
    async end() {
      await command('DELETE', session)
    },
  }
}
