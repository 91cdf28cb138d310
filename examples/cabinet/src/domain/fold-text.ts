/** The text as people type it in a hurry: small letters, no accents, `œ` in two letters. Pure. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').trim()
}
