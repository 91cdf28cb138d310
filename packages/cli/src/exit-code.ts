/** How commands end, and how a failure says so. The codes are public: docs/contract.md#command-line */
import { FanalError } from '@fanal/contract'
import { ConfigError, StartError } from '@fanal/server'
import { CommanderError } from 'commander'

export const exitCodes = {
  done: 0,
  /** findings, or input that was refused */
  refused: 1,
  wrongUsage: 2,
  /** the server or the store could not be reached */
  unreachable: 3,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A failure whose message is for whoever typed the command. */
export class CommandError extends Error {
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CommandError'
    this.exitCode = exitCode
  }
}

/**
 * What to print and how to end after a failure.
 *
 * @returns null for a fault of ours: its stack is worth more than a sentence
 */
export function explainFailure(error: unknown): { exitCode: ExitCode; message: string } | null {
  if (error instanceof CommandError) return { exitCode: error.exitCode, message: error.message }
  // Commander has printed its own text; --help and --version end well.
  if (error instanceof CommanderError) {
    return { exitCode: error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage, message: '' }
  }
  if (error instanceof ConfigError) return { exitCode: exitCodes.wrongUsage, message: error.message }
  if (error instanceof StartError) {
    return { exitCode: error.code === 'STORE' ? exitCodes.unreachable : exitCodes.wrongUsage, message: error.message }
  }
  if (error instanceof FanalError && error.code !== 'INTERNAL') {
    const away = error.code === 'STORE_UNAVAILABLE'
    return { exitCode: away ? exitCodes.unreachable : exitCodes.wrongUsage, message: error.message }
  }
  return null
}
