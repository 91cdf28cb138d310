/**
 * The first way into the console: on a server only this machine can reach, and while there is nobody yet, an owner is made with
 * a random password, written to a file only this user can read.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isLoopbackHost } from '../config.ts'
import type { Services } from '../services.ts'
import { generatePassword, hashPassword, verifyPassword } from './password.ts'
import { normaliseEmail } from './sign-in.ts'

const fileName = 'first-sign-in.json'

export interface FirstSignIn {
  email: string
  password: string
}

/**
 * Makes the first owner, or finds the one made at an earlier start.
 *
 * @param project whose name the made-up address carries
 * @returns what to sign in with, as long as it still works; null when people manage themselves
 */
export async function prepareFirstSignIn(
  services: Pick<Services, 'config' | 'store' | 'now'>,
  project: string,
): Promise<FirstSignIn | null> {
  const { config, store } = services
  const people = await store.people.list()
  if (people.length > 0) return readFirstSignIn(services)
  if (!isLoopbackHost(config.host)) return null
  const first: FirstSignIn = {
    email: normaliseEmail(`owner@${domainLabel(project)}.example`),
    password: generatePassword(),
  }
  // The file first: a person whose password nobody knows would lock everybody out.
  await writePrivately(join(config.dataDir, fileName), `${JSON.stringify(first, null, 2)}\n`)
  await store.people.add({
    email: first.email,
    name: 'Owner',
    role: 'owner',
    passwordHash: await hashPassword(first.password),
    projects: null,
    createdAt: services.now(),
  })
  return first
}

async function readFirstSignIn({ config, store }: Pick<Services, 'config' | 'store'>): Promise<FirstSignIn | null> {
  const text = await readFile(join(config.dataDir, fileName), 'utf8').catch(() => null) // removed by its owner: nothing to show
  const first = text === null ? null : parseFirstSignIn(text)
  const person = first && (await store.people.get(first.email))
  return first && person && (await verifyPassword(first.password, person.passwordHash)) ? first : null
}

function parseFirstSignIn(text: string): FirstSignIn | null {
  try {
    const { email, password } = JSON.parse(text)
    return typeof email === 'string' && typeof password === 'string' ? { email, password } : null
  } catch {
    return null // edited by hand into something else: as good as removed
  }
}

/** Written aside and renamed: never half a file, never readable by others even for a moment. */
async function writePrivately(path: string, text: string): Promise<void> {
  // Without an embedded database nobody else makes the folder.
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

function domainLabel(project: string): string {
  return (
    project
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '') || 'fanal'
  )
}
