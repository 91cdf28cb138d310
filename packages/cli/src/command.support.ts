/** Runs the command for tests. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { main } from './main.ts'

export const command = fileURLToPath(new URL('../bin/fanal.mjs', import.meta.url))

export interface Ended {
  code: number
  out: string
  err: string
}

/** Runs the command in this process: a second less each time. */
export async function fanal(args: string[]): Promise<Ended> {
  const written = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text)
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text)
    return true
  })
  try {
    return { code: await main(args), ...written }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

/** Runs the command as a person would, in a folder of the test's own. */
export function spawned(folder: string, args: string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
    child.stdin?.end(input)
  })
}
