import { redact } from '@fanal/redact'

/** A query as an index is asked it: personal data finds no article and is nobody's business, so what stands for it in a redacted text is left out. */
export const withoutPersons = (query: string): string =>
  redact(query)
    .replace(/\[[a-z]+]/g, ' ')
    .trim()
