/** Checks sign-in to the console. Shapes: console.ts. */
import { z } from 'zod'

/** Longest password that is hashed: more would only let a stranger make the server work. */
export const maxPasswordChars = 200

/** Body of `POST /v1/session`. */
export const signInSchema = z.object({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(maxPasswordChars),
})

/** Answer of `POST /v1/session` and `GET /v1/session`. */
export const consoleSessionSchema = z.object({
  person: z.object({ email: z.string(), name: z.string(), role: z.enum(['owner', 'editor', 'viewer']) }),
  projects: z.array(z.object({ id: z.string(), title: z.string(), publicKey: z.string().exactOptional() })),
  csrfToken: z.string(),
})
