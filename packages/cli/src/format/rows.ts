/** A report as rows: what CSV and tables are written from. */
export type Cell = string | number | null

export interface Rows {
  columns: string[]
  rows: Cell[][]
}

/** `;` between cells, UTF-8 with a byte order mark, CRLF: what spreadsheets open as it is. */
export function toCsv({ columns, rows }: Rows): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(toCsvCell).join(';')).join('\r\n')}\r\n`
}

/** Columns padded to the same width; numbers to the right. */
export function toTable({ columns, rows }: Rows): string {
  const texts = rows.map((row) => row.map(toText))
  const widths = columns.map((name, place) => Math.max(name.length, ...texts.map((row) => row[place]?.length ?? 0)))
  const numeric = columns.map((_, place) => rows.length > 0 && rows.every((row) => typeof row[place] !== 'string'))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => (numeric[place] ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(columns), line(widths.map((width) => '─'.repeat(width))), ...texts.map(line)].join('\n')
}

/** A text that a spreadsheet would run as a formula is quoted with an apostrophe. */
function toCsvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function toText(cell: Cell): string {
  if (cell === null) return '–'
  return typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(4) : String(cell)
}
