import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fanal, spawned } from '../command.support.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-cli-'))
  vi.stubEnv('FANAL_DATA', join(folder, '.fanal'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('fanal user', () => {
  it('adds, lists, changes and removes people', async () => {
    const added = await fanal(['user', 'add', 'Marie@Example.org', '--role', 'owner', '--name', 'Marie'])
    expect(added.out).toMatch(
      /^marie@example\.org may sign in as owner\.\nPassword, shown this once: [a-z2-9]{4}(-[a-z2-9]{4}){3}\n$/,
    )
    const given = await spawned(
      folder,
      ['user', 'add', 'jean@example.org', '--password-stdin'],
      'un mot de passe long\n',
    )
    expect(given.out).toBe('jean@example.org may sign in as editor.\n')
    expect(await fanal(['user', 'add', 'jean@example.org'])).toMatchObject({ code: 1 })
    expect(await spawned(folder, ['user', 'password', 'jean@example.org', '--password-stdin'], 'court')).toMatchObject({
      code: 1,
      err: 'The password has 5 characters; it needs at least 10.\n',
    })
    expect((await fanal(['user', 'list'])).out).toMatch(/^marie@example\.org +Marie +owner +all +\d{4}-\d\d-\d\d$/m)
    expect((await fanal(['user', 'remove', 'jean@example.org'])).out).toBe('jean@example.org can no longer sign in.\n')
    expect((await fanal(['user', 'remove', 'jean@example.org'])).code).toBe(1)
  })
})
