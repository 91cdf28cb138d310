/** People of the console: sign-in and what it answers. */

export type Role = 'owner' | 'editor' | 'viewer'

export interface SignInRequest {
  email: string
  password: string
}

/** Answer of `POST /v1/session` and `GET /v1/session`; the session itself is an HttpOnly cookie. */
export interface ConsoleSession {
  person: { email: string; name: string; role: Role }
  projects: { id: string; title: string }[]
  /** send it back as `x-fanal-csrf` with every change */
  csrfToken: string
}
