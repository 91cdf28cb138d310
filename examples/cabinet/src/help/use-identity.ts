/** Keeps Fanal informed of who is signed in, for as long as they are. */
import { useEffect } from 'preact/hooks'
import { identifyDoctor } from './fanal.ts'

/** The token is renewed well before it runs out. */
const renewAtShare = 0.9

export function useIdentity(doctorId: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const renew = async () => {
      const lifetimeMs = await identifyDoctor(doctorId)
      if (lifetimeMs !== null && !gone) timer = setTimeout(renew, lifetimeMs * renewAtShare)
    }
    void renew()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [doctorId])
}
