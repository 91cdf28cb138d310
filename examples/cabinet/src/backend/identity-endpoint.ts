/**
 * `POST /api/fanal-token`: says to Fanal who the signed-in doctor is, in a token only this backend can sign.
 * A real product takes the person from its own session; MediCab has no sign-in, so it takes one of the known accounts.
 * Never runs in the browser: the secret stays here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SignJWT } from 'jose'
import { findDoctor } from '../data/practices.ts'

const maxBodyBytes = 1024
const lifetimeSeconds = 3600

/**
 * @param secret the project's identity secret; without one every answer is 204 and the app stays anonymous
 * @returns a handler for Node's http server and for Vite's middleware chain
 */
export function serveIdentityTokens(secret: string | undefined) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST')
      return answer(response, 405, { error: 'Send a POST request.' })
    }
    if (!secret) return answer(response, 204)
    const doctor = findDoctor(await readDoctorId(request))
    if (!doctor) return answer(response, 400, { error: 'Send {"doctor": "<id of a MediCab account>"}.' })
    const token = await new SignJWT({ account: doctor.practice.id, tier: doctor.practice.tier })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(doctor.id)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds} s`)
      .sign(new TextEncoder().encode(secret))
    return answer(response, 200, { token, expiresInSeconds: lifetimeSeconds })
  }
}

/** @returns the id asked for; an empty text when the body is too long or not what was agreed */
async function readDoctorId(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > maxBodyBytes) return ''
  }
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'doctor' in body && typeof body.doctor === 'string') {
      return body.doctor
    }
  } catch {
    // not JSON: same answer as for an unknown account
  }
  return ''
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status
  response.setHeader('cache-control', 'no-store')
  if (body === undefined) {
    response.end()
    return
  }
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(body))
}
