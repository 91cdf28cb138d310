/** Reads the CSV files other practice software exports. Pure. */

export interface CsvTable {
  columns: string[]
  rows: string[][]
}

/**
 * @param text with `;`, `,` or tabs, quoted cells allowed; a byte order mark is dropped
 * @returns the first line as columns; empty lines are skipped
 */
export function parseCsv(text: string): CsvTable {
  const clean = text.replace(/^\uFEFF/, '')
  const firstLine = clean.slice(0, clean.search(/\r?\n|$/))
  const separator = [';', '\t', ','].find((candidate) => firstLine.includes(candidate)) ?? ';'
  const [columns = [], ...rows] = splitCells(clean, separator).filter((row) => row.some((cell) => cell !== ''))
  return { columns, rows }
}

function splitCells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const closeCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[index + 1] === '"') {
        cell += '"'
        index += 1
      } else quoted = false
    } else if (char === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (char === separator) closeCell()
    else if (char === '\n') {
      closeCell()
      rows.push([])
    } else if (char !== '\r') cell += char
  }
  closeCell()
  return rows
}
