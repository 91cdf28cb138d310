/** How far long work has come, on a terminal's own line; in a pipe, nothing. */
export interface Progress {
  show(text: string): void
  /** takes the line away */
  end(): void
}

export function showProgress(terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): Progress {
  const write = (text: string) => {
    if (terminal.isTTY) terminal.write(`\r${text}\u001b[K`)
  }
  return { show: write, end: () => write('') }
}
