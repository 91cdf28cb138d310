/**
 * Which articles hold a term, how much (BM25F's weighted frequency), in which fields and in which passages. Built once, then read only;
 * flat arrays, so that 10 000 articles are quick to ask and small to keep.
 *
 * An article is at most 32 passages: bit 0 its title, bit 1 its summary, six bits for phrases visitors use, the others its body, section
 * by section. A section's heading stands in all of that section's passages.
 */
import { indexTerms, type Token, tokenize } from './analyse.ts'
import type { SearchDocument } from './search-index.ts'
import type { SearchField, Tuning } from './tuning.ts'

export const fieldNames: readonly SearchField[] = ['title', 'symptoms', 'summary', 'headings', 'body', 'learned']

/** Fields in which its owner says what an article is about, as bits; its body merely mentions, and so does part of what a visitor said. */
export const aboutFields = 0b00_1111
export const learnedField = 0b10_0000

export const titleField = 1
/** All but `learned`. */
const writtenFields = 0b01_1111
export const titlePassage = 1
const summaryPassage = 1 << 1
const firstPhrasePassage = 2
const phrasePassages = 6
const firstBodyPassage = 8
const bodyPassages = 24
/** Passages that are phrases, as bits. */
export const allPhrases = ((1 << phrasePassages) - 1) << firstPhrasePassage
/** Words a passage holds before the next begins, unless a heading begins one sooner. */
const passageWords = 60

/** A field's count takes five bits, so that six fit into one number. */
const countBits = 5
const maxCount = (1 << countBits) - 1

/** Where one term stands, article by article in the order of their ids. */
export interface TermList {
  /** places of the articles */
  documents: number[]
  /** how often it stands in each field, `countBits` for one */
  counts: number[]
  /** as bits; the last one is the sign */
  passages: number[]
}

/** One locale's articles counted, not yet weighed: all that an index is made of. */
export interface CountedTerms {
  /** by term, sorted: what is summed over all of them is then the same to the last digit, wherever it is summed */
  lists: ReadonlyMap<string, TermList>
  /** how many terms each article has in each field, in the order of `fieldNames` */
  lengths: readonly Uint32Array[]
}

/** One term's place in the flat arrays. */
export interface Span {
  from: number
  to: number
  /** in how many of these articles their owners wrote it */
  written: number
}

export class Postings {
  readonly documents: Uint32Array
  /** weighted frequency, lengths of fields accounted for */
  readonly frequencies: Float32Array
  /** bit n = `fieldNames[n]` */
  readonly fields: Uint8Array
  readonly passages: Uint32Array
  readonly #spans = new Map<string, Span>()

  constructor({ lists, lengths }: CountedTerms, tuning: Tuning) {
    let size = 0
    for (const list of lists.values()) size += list.documents.length
    this.documents = new Uint32Array(size)
    this.frequencies = new Float32Array(size)
    this.fields = new Uint8Array(size)
    this.passages = new Uint32Array(size)
    const dilutions = fieldNames.map((name, field) => fieldDilutions(lengths[field] ?? new Uint32Array(), tuning, name))
    let at = 0
    for (const [term, list] of lists) {
      const span = { from: at, to: at + list.documents.length, written: 0 }
      this.#spans.set(term, span)
      for (const [place, document] of list.documents.entries()) {
        const counts = list.counts[place] ?? 0
        let frequency = 0
        let fields = 0
        for (let field = 0; field < fieldNames.length; field++) {
          const count = (counts >> (field * countBits)) & maxCount
          if (count === 0) continue
          fields |= 1 << field
          frequency += count * (dilutions[field]?.[document] ?? 0)
        }
        this.documents[at] = document
        this.frequencies[at] = frequency
        this.fields[at] = fields
        this.passages[at] = list.passages[place] ?? 0
        if (fields & writtenFields) span.written++
        at++
      }
    }
  }

  span(term: string): Span | undefined {
    return this.#spans.get(term)
  }

  spans(): Iterable<Span> {
    return this.#spans.values()
  }

  /** In how many articles their owners wrote the term: what visitors taught about some makes it no less telling for the others. */
  documentsOf(term: string): number {
    return this.#spans.get(term)?.written ?? 0
  }

  /** Whether an owner wrote it; what visitors alone said is searched, and no word of the articles. */
  isWritten(term: string): boolean {
    return this.documentsOf(term) > 0
  }

  /** Place of an article in a term's span; -1 when it does not hold the term. */
  placeOf(document: number, { from, to }: Span): number {
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.documents[middle] ?? 0) < document) low = middle + 1
      else high = middle
    }
    return low < to && this.documents[low] === document ? low : -1
  }
}

/** What one word in the field counts, article by article. */
function fieldDilutions(lengths: Uint32Array, { fields }: Tuning, name: SearchField): Float32Array {
  const { weight, dilution } = fields[name]
  let sum = 0
  for (const length of lengths) sum += length
  const average = sum / Math.max(1, lengths.length) || 1
  return Float32Array.from(lengths, (length) => weight / (1 - dilution + (dilution * length) / average))
}

/** Called for each token its owner wrote in an article with the terms it puts into the index. */
export type TokenListener = (token: Token, terms: readonly string[]) => void

export class PostingsBuilder {
  readonly #lists = new Map<string, TermList>()
  readonly #lengths: Uint32Array[]
  readonly #tuning: Tuning
  readonly #listener: TokenListener
  #document = -1

  constructor(documents: number, tuning: Tuning, listener: TokenListener) {
    this.#tuning = tuning
    this.#listener = listener
    this.#lengths = fieldNames.map(() => new Uint32Array(documents))
  }

  add(document: SearchDocument): void {
    this.#document++
    const { locale } = document
    const phrase = (place: number) => 1 << (firstPhrasePassage + (place % phrasePassages))
    this.#text('title', document.title, locale, titlePassage)
    this.#text('summary', document.summary ?? '', locale, summaryPassage)
    for (const [place, text] of (document.symptoms ?? []).entries()) this.#text('symptoms', text, locale, phrase(place))
    for (const [place, text] of (document.learned ?? []).entries()) this.#text('learned', text, locale, phrase(place))
    this.#body(document)
  }

  finish(): CountedTerms {
    const lists = new Map([...this.#lists].sort(([a], [b]) => (a < b ? -1 : 1)))
    return { lists, lengths: this.#lengths }
  }

  #body({ body, headings = [], locale }: SearchDocument): void {
    const sections = toSections(body, headings)
    const count = sections.reduce((sum, { passages }) => sum + passages.length, 0)
    let number = 0
    const bit = () => 1 << (firstBodyPassage + Math.floor((number++ * bodyPassages) / Math.max(bodyPassages, count)))
    for (const { heading, passages } of sections) {
      let all = 0
      for (const passage of passages) {
        const own = bit()
        all |= own
        for (const line of passage) this.#text('body', line, locale, own)
      }
      if (heading !== undefined) this.#text('headings', heading, locale, all || summaryPassage)
    }
  }

  #text(field: SearchField, text: string, locale: string, passages: number): void {
    const shift = fieldNames.indexOf(field)
    const lengths = this.#lengths[shift]
    const tokens = tokenize(text, locale, this.#tuning.without)
    for (const [place, token] of tokens.entries()) {
      const terms = indexTerms(token, tokens[place - 1], text)
      // What visitors mistype must not become a word of the articles, which would then be corrected no longer.
      if (field !== 'learned') this.#listener(token, terms)
      for (const term of terms) this.#put(term, shift * countBits, passages)
      if (lengths) lengths[this.#document] = (lengths[this.#document] ?? 0) + terms.length
    }
  }

  #put(term: string, shift: number, passages: number): void {
    let list = this.#lists.get(term)
    if (!list) {
      list = { documents: [], counts: [], passages: [] }
      this.#lists.set(term, list)
    }
    const last = list.documents.length - 1
    if (list.documents[last] !== this.#document) {
      list.documents.push(this.#document)
      list.counts.push(1 << shift)
      list.passages.push(passages)
      return
    }
    const counts = list.counts[last] ?? 0
    if (((counts >> shift) & maxCount) < maxCount) list.counts[last] = counts + (1 << shift)
    list.passages[last] = (list.passages[last] ?? 0) | passages
  }
}

interface Section {
  heading?: string
  passages: string[][]
}

/** A body's lines by the headings among them; headings that are no line of it stand alone. */
function toSections(body: string, headings: readonly string[]): Section[] {
  const unseen = new Set(headings.map((heading) => heading.trim()))
  const sections: Section[] = [{ passages: [] }]
  let words = passageWords
  for (const line of body.split('\n')) {
    const text = line.trim()
    if (unseen.delete(text)) {
      sections.push({ heading: text, passages: [] })
      words = passageWords
      continue
    }
    const passages = sections.at(-1)?.passages ?? []
    if (words >= passageWords) {
      passages.push([])
      words = 0
    }
    passages.at(-1)?.push(text)
    words += text.split(' ').length
  }
  return [...sections, ...[...unseen].map((heading) => ({ heading, passages: [] }))]
}
