/** Reads a password without showing it: from standard input when asked to, else at a prompt. */
import { text } from 'node:stream/consumers'
import { CommandError, exitCodes } from './exit-code.ts'

const minChars = 10

/**
 * @param fromStdin read the first line of standard input
 * @returns null when nobody gave one: at a prompt an empty line, and wherever there is no terminal
 * @throws CommandError refused when it is too short
 */
export async function readPassword(fromStdin: boolean): Promise<string | null> {
  if (fromStdin) return checkLength((await text(process.stdin)).split(/\r?\n/, 1)[0] ?? '')
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  const typed = await prompt('Password (empty: one is made): ')
  return typed === '' ? null : checkLength(typed)
}

function checkLength(password: string): string {
  if (password.length >= minChars) return password
  throw new CommandError(
    exitCodes.refused,
    `The password has ${password.length} characters; it needs at least ${minChars}.`,
  )
}

/** Nothing is echoed: the terminal is read key by key. */
function prompt(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (): void => {
      stdin.setRawMode(false)
      stdin.pause()
      stdin.off('data', read)
      stderr.write('\n')
    }
    const read = (keys: string): void => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') {
          finish()
          resolve(typed)
          return
        }
        if (key === '\u0003') {
          finish()
          reject(new CommandError(exitCodes.wrongUsage, 'Nothing was changed.'))
          return
        }
        if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1)
        else typed += key
      }
    }
    stdin.on('data', read)
  })
}
