/**
 * Console sessions: a random id in a cookie, its hash in the store. Nothing here knows HTTP.
 * Source: docs/server.md#console-sessions
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Role } from '@fanal/contract'
import type { PeopleStore, StoredPerson, StoredSession } from '../store/store.ts'
import { hashSecret } from './secret-key.ts'

/** A working day and a bit: nobody signs in twice a day, and a forgotten browser is signed out overnight. */
export const sessionLifeMs = 12 * 3_600_000

export interface OpenedSession {
  /** value of the cookie; never stored */
  id: string
  session: StoredSession
}

/** Opens a session with a new id, whatever came before. */
export async function openSession(people: PeopleStore, email: string, now: number): Promise<OpenedSession> {
  const id = randomBytes(32).toString('base64url')
  const session: StoredSession = {
    idHash: hashSecret(id),
    email,
    csrfToken: randomBytes(24).toString('base64url'),
    createdAt: now,
    expiresAt: now + sessionLifeMs,
  }
  await people.addSession(session)
  return { id, session }
}

/** @returns the session and its person; null when it has ended, or the person has been removed */
export async function findSession(
  people: PeopleStore,
  id: string,
  now: number,
): Promise<{ session: StoredSession; person: StoredPerson } | null> {
  const session = await people.getSession(hashSecret(id), now)
  const person = session && (await people.get(session.email))
  return session && person ? { session, person } : null
}

const ranks: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, owner: 2 }

/** Whether a role may do what another role may. */
export function hasRole(role: Role, needed: Role): boolean {
  return ranks[role] >= ranks[needed]
}

/** Compares two secrets in a time that does not tell how much of them is equal. */
export function equalSecrets(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(expected)))
}
