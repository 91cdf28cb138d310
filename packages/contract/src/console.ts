/** People of the console: sign-in and what it answers. */

export type Role = 'owner' | 'editor' | 'viewer'

export interface SignInRequest {
  email: string
  password: string
}

/** Answer of `POST /v1/session` and `GET /v1/session`; the session itself is an HttpOnly cookie. */
export interface ConsoleSession {
  person: { email: string; name: string; role: Role }
  /** `publicKey`: the `pk_…` key the project's pages use, where the server knows it */
  projects: { id: string; title: string; publicKey?: string }[]
  /** send it back as `x-fanal-csrf` with every change */
  csrfToken: string
}
