/**
 * Takes personal data out of free text: free text in, the same text with neutral labels out.
 * Runs on the visitor's device and again on the server. Pure, and linear in the length of the text: every repetition
 * inside a pattern is bounded, or consumes what it has read.
 *
 * It finds shapes, not people: a surname written alone stays. What it returns is less personal, never anonymous.
 * Error codes, versions, act codes (HBQK002) and model names must survive: they are the symptom.
 */

const month = '(?:jan|f[ée]v|feb|mar|av|apr|mai|may|juin|jun|jui?l|ao[uû]|aug|sep|o[ck]t|nov|d[ée]c)[a-zéû]{0,7}\\.?'
const year = '(?:19|20)\\d\\d'
const title =
  '(?:M|MM|[Mm]r|[Mm]rs|M[Mm]e|mme|Mlle|Ms|Miss|D[Rr]|dr|Pr)\\.?|[Dd]octeur|[Dd]octor|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Pp]rofesseur|[Pp]atiente?|PATIENTE?'
/** What follows "patient" in capitals without being a name. */
const acronym = '(?!(?:ALD|AME|CMU|CSS|C2S|INS|NIR|IPP|FSE|DMP)\\b)'
const word = "[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]{0,40}"
const surname = `${acronym}(?:(?:de|du|des|la|le|van|von|ben|el)\\s|d['’])?(?:[A-Z]\\.|${word})`

/** `12 bis, rue des Lilas, 75012 Paris`; a small letter after the kind of street needs a particle: "1 place libre" is none. */
const street =
  `(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]ll[ée]e|[Qq]uai|[Rr]oute)\\s` +
  `(?:(?:(?:de|du|des|la|le|les)\\s|[dl]['’]){1,2}[a-zà-ÿ'’-]{0,40}|(?=[A-ZÀ-Þ]))`
const englishStreet = `(?:${word} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Terrace)\\b`

/** In this order: patterns that know what the digits are come before the one that takes any long run of them. */
const rules: readonly [pattern: RegExp, replacement: string][] = [
  [/\b(?:[a-z]{2,9}:\/\/|www\.)[^\s<>"]+/gi, '[url]'],
  [/\b[A-Z]:\\(?!Windows\b|Program)[^\s"<>|]+|\\\\[\w.$-]+\\[^\s"<>|]+|\/(?:home|Users)\/[^\s"<>]+/g, '[path]'],
  [
    new RegExp(
      `\\b\\d{1,5}(?: ?(?:bis|ter|[A-D]))?,? (?:${street}|${englishStreet})(?:[, ]{0,2}(?:\\d{5}\\b|${word}|\\w{2,4} \\d[A-Z]{2})){0,5}`,
      'g',
    ),
    '[address]',
  ],
  [/[\wÀ-ÿ.%+-]{1,64}@[\wÀ-ÿ-]{1,63}(?:\.[\wÀ-ÿ-]{1,63}){0,6}/g, '[email]'],
  [/\b[srp]k_[\w-]+|\b(?:[srp]k-|gh[a-z]_|xox[a-z]-|AKIA|eyJ)[\w.-]{12,}/g, '[secret]'],
  [/\b(?=[a-z_-]{0,60}\d)[\w-]{28,}/gi, '[secret]'],
  [
    /\b(mot de passe|mdp|password|passwd|token|jeton|secret|api[ _-]?key|bearer)(\s{0,3}[:=]\s{0,3}|\s(?:est|is) :? ?(?=\S{0,30}\d))[^\s,;]+/gi,
    '$1$2[secret]',
  ],
  [/\b([Bb]earer) [\w.-]{8,}/g, '$1 [secret]'],
  [/\b[a-z]{2}\d\d(?=(?:\D{0,7}\d){8})(?:[ .-]?[a-z\d]{4}){2,7}(?:[ .-]?[a-z\d]{1,3}\b)?/gi, '[iban]'],
  [/\b(?:\d{4}([ .-]?)\d{4}\1\d{4}\1\d{4}|3[47]\d\d[ .-]?\d{6}[ .-]?\d{5})\b/g, '[card]'],
  [/\b[1-478][ .-]?\d\d[ .-]?\d\d[ .-]?(?:\d\d|2[ab])[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]{0,3}\d\d)?\b/gi, '[nir]'],
  [
    /(^|[^\w.])(?:(?:\+33|0033)[ .-]?(?:\(0\) ?)?[1-9]|0[1-9])(?:[ .\-/]?\d\d){4}\b|(?:\+|\b00)\d(?:[ .()-]{0,2}\d){7,13}/g,
    '$1[phone]',
  ],
  [
    new RegExp(
      `\\b(?:\\d\\d?([/. -])\\d\\d?\\1${year}|\\d\\d?/\\d\\d?/\\d\\d|${year}([/-])\\d\\d?\\2\\d\\d?|` +
        `\\d\\d?(?:er|st|nd|rd|th)? (?:of )?${month} ${year}|${month} \\d\\d?(?:st|nd|rd|th)?,? ${year})\\b`,
      'gi',
    ),
    '[date]',
  ],
  [new RegExp(`\\b(n[ée]e? en|born in) ${year}`, 'gi'), '$1 [date]'],
]

/** Last, for a name may stand right after a number: `Mme Durand`, `Dr J. O'Neill`, `patiente DURAND Marie`. */
const titledName = new RegExp(
  `\\b(${title}|[Pp]atiente? ?:(?=\\s\\S{1,40}\\s[A-ZÀ-Þ])|[Nn]om ?:|m['’]appelle|[Nn]ame is)(\\s)${surname}(?:\\s${surname}){0,2}`,
  'g',
)
/** Seven digits or more, with single separators between them; hexadecimal codes come along to be left alone. */
const longNumber = /\b0x[\da-f]+|\d(?:[ .-]?\d){6,}/gi
/** `10.0.19045.3693`, `26100.2314` or `2024.10.1.0` is a version, `2024-2029` a period; `192.168.1.25` is a machine, `06.12.34` a grouped number. */
const version =
  /^(?:(?:19|20)\d\d-(?:19|20)\d\d|\d{5}\.\d{1,5})$|^(?=.*\b\d\b)(?!(?:\d{1,3}\.){3}\d{1,3}$)\d{1,5}(?:\.\d{1,5}){2,3}$/

/**
 * Replaces personal data by `[email] [phone] [nir] [iban] [card] [number] [url] [path] [address] [date] [name] [secret]`.
 *
 * @param text any length; labels already in it stay: a second pass finds nothing more, but where pieces were glued together
 */
export function redact(text: string): string {
  let result = text.replace(/(\d)[\u00a0\u202f](?=\d)/g, '$1 ')
  for (const [pattern, replacement] of rules) result = result.replace(pattern, replacement)
  return result
    .replace(longNumber, (digits) => (/^0x/i.test(digits) || version.test(digits) ? digits : '[number]'))
    .replace(titledName, '$1$2[name]')
}
