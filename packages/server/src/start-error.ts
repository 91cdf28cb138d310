/** Why the server did not start, in words for whoever typed the command. */
export type StartErrorCode = 'PORT_TAKEN' | 'PORT_FORBIDDEN' | 'ADDRESS_UNKNOWN' | 'STORE' | 'CONTENT' | 'KEYS'

export class StartError extends Error {
  readonly code: StartErrorCode

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartError'
    this.code = code
  }
}
