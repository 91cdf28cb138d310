/**
 * Signs a person in: the same time and the same words whether the address is unknown or the password wrong, and few tries.
 */
import { FanalError, type SignInRequest } from '@fanal/contract'
import type { PeopleStore, StoredPerson } from '../store/store.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { createThrottle } from './throttle.ts'

const windowMs = 15 * 60_000
const maxTriesPerEmail = 5
/** A practice shares one address; a guesser goes through many e-mail addresses from one. */
const maxTriesPerAddress = 30

/**
 * @param address where the request comes from; kept only as a keyed hash, in memory
 * @throws FanalError SIGN_IN_REFUSED, TOO_MANY_TRIES
 */
export type SignIn = (request: SignInRequest, address: string, now: number) => Promise<StoredPerson>

export function createSignIn(people: PeopleStore): SignIn {
  const byEmail = createThrottle({ maxTries: maxTriesPerEmail, windowMs })
  const byAddress = createThrottle({ maxTries: maxTriesPerAddress, windowMs })
  // What an unknown address is checked against, so that it takes as long as a known one.
  let nobody: Promise<string> | null = null

  return async (request, address, now) => {
    const email = normaliseEmail(request.email)
    const waitMs = Math.max(byEmail.take(email, now), byAddress.take(address, now))
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000)
      throw new FanalError('TOO_MANY_TRIES', { seconds }, { details: { seconds } })
    }
    nobody ??= hashPassword('nobody has this password')
    const person = await people.get(email)
    const matches = await verifyPassword(request.password, person?.passwordHash ?? (await nobody))
    if (!person || !matches) throw new FanalError('SIGN_IN_REFUSED')
    byEmail.clear(email)
    return person
  }
}

/** E-mail addresses of people are kept and compared in this form. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
