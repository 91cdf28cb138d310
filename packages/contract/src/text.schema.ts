/**
 * The kinds of text every schema is made of. All of them mend what is harmless (broken surrogates, stray control
 * characters) and refuse what is too long, so that nothing after them has to look again.
 */
import { z } from 'zod'
import { limits } from './limits.ts'

// Control characters other than tab, line feed and carriage return; they print as nothing and break mails and exports.
const strayControls = /[^\P{Cc}\t\n\r]/gu

/** Names one thing: no control character, 1 to `limits.maxIdChars` characters. */
export const idText = z
  .string()
  .min(1)
  .max(limits.maxIdChars)
  .regex(/^\P{Cc}+$/u, { abort: true, error: 'holds a control character' })
  .overwrite((text) => text.toWellFormed())

/** Free text of several lines. */
export function freeText(maxChars: number) {
  return z
    .string()
    .overwrite((text) => text.toWellFormed().replace(strayControls, ''))
    .max(maxChars)
}

/** Free text that stands on one line: line breaks become spaces, so that it is safe in a mail header or a table cell. */
export function lineText(maxChars: number) {
  return z
    .string()
    .overwrite((text) =>
      text
        .toWellFormed()
        .replace(/\p{Cc}+/gu, ' ')
        .trim(),
    )
    .max(maxChars)
}

/** Milliseconds since the epoch. */
export const instantMs = z.int().min(0)

/** With seconds, without them, or a day. */
const writtenInstant = z.union([
  z.iso.datetime({ offset: true }),
  z.iso.datetime({ offset: true, precision: -1 }),
  z.iso.date(),
])

/** Milliseconds since the epoch, ISO 8601 with a time zone, or a date, which is 00:00 UTC; comes out as milliseconds. */
export const instant = z.union(
  [instantMs, writtenInstant.transform((text) => Date.parse(text))],
  'send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z',
)
