/** The kinds of text that authors write in front matter, flows and fanal.yaml. Forgiving where the meaning is plain. */
import { z } from 'zod'
import { limits } from './limits.ts'

/** Id of an article, a flow, a step: part of a URL and of a file name. */
export const nameText = z
  .string()
  .max(limits.maxIdChars)
  .regex(
    /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u,
    'may hold letters, digits, "-", "_" and "." and must begin and end with a letter or digit',
  )

/** A page glob, such as `/patients/:id` or `/parametres/**`. */
export const globText = z
  .string()
  .max(500)
  .regex(/^\/[^?#\s]*$/, 'must begin with "/" and hold no "?", "#" or space, such as /patients/:id')

/** YAML reads `908` as a number; as a code it is text. */
export const writtenText = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
  z.string().trim().min(1).max(500),
)

/** A list of texts; one text alone is a list of one. */
export function textList(item: z.ZodType<string> = writtenText) {
  return z.preprocess(
    (value) => (typeof value === 'string' || typeof value === 'number' ? [value] : value),
    z.array(item).max(500),
  )
}

/** A duration as authors write it, `30s`, `500ms`, `2m`; comes out in milliseconds. */
export const durationText = z
  .string()
  .regex(/^\d{1,6}(?:\.\d+)?(?:ms|s|m|h)$/, 'must be a duration such as 30s, 500ms or 2m')
  .transform((text) => {
    const [, amount = '0', unit = 'ms'] = /^([\d.]+)(ms|s|m|h)$/.exec(text) ?? []
    const factor = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 1
    return Math.round(Number(amount) * factor)
  })

/** A longer span, in whole hours, days or weeks: `36h`, `14d`, `2w`; comes out in milliseconds. */
export const spanText = z
  .string()
  .regex(/^[1-9]\d{0,3}[hdw]$/, 'must be a span such as 36h, 14d or 2w')
  .transform((text) => {
    const hours = { h: 1, d: 24, w: 168 }[text.at(-1) ?? ''] ?? 1
    return Number.parseInt(text, 10) * hours * 3_600_000
  })
