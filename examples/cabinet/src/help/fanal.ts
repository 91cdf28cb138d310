/**
 * The one place where MediCab speaks to Fanal. index.html made the queue; without the script the calls just wait there,
 * so nothing here fails when the help server is down.
 */

export const release = '5.2.0'

interface FanalCalls {
  identify: [{ token: string }]
  reset: []
  context: [{ topics?: string[]; errors?: string[]; feature?: string; release?: string }]
  error: [string]
  milestone: [string]
}

declare global {
  interface Window {
    fanal?: (verb: string, ...rest: unknown[]) => void
  }
}

function tell<Verb extends keyof FanalCalls>(verb: Verb, ...rest: FanalCalls[Verb]): void {
  window.fanal?.(verb, ...rest)
}

/** Says which feature is on screen. */
export function tellFeature(feature: string): void {
  tell('context', { release, feature })
}

export function tellError(code: string): void {
  tell('error', code)
}

export function forgetErrors(): void {
  tell('context', { errors: [] })
}

export function tellMilestone(name: string): void {
  tell('milestone', name)
}

/** Another person sits down: nothing of the one before may stay. */
export function forgetVisitor(): void {
  tell('reset')
}

/**
 * Tells Fanal who is signed in, with a token from our own backend. Stays anonymous when the backend gives none.
 *
 * @returns how long the token holds, milliseconds; null when there is none
 */
export async function identifyDoctor(doctor: string): Promise<number | null> {
  try {
    const reply = await fetch('/api/fanal-token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ doctor }),
    })
    if (reply.status !== 200) return null
    const { token, expiresInSeconds } = (await reply.json()) as { token: string; expiresInSeconds: number }
    tell('identify', { token })
    return expiresInSeconds * 1000
  } catch {
    return null // no backend: help goes on without a name
  }
}
