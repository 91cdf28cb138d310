/**
 * Which articles answer a query's concepts, best first.
 *
 * Each concept adds its best way of being said: rarity (idf) × BM25F × the way's weight. The sum is multiplied by how much of the query
 * the article holds (coverage) and by how much of it stands in one passage, then by what is known of the visitor (prior). A query that is
 * word for word what an owner wrote as title or symptom comes first, whatever speaks for the others.
 * A concept that no article can say weighs in coverage as much as a rare one: it is what the visitor asked, too.
 * Source: docs/search.md#ranking
 */
import {
  aboutFields,
  allPhrases,
  fieldNames,
  learnedField,
  type Postings,
  type Span,
  titleField,
  titlePassage,
} from './postings.ts'
import type { Alternative, Concept } from './query-concepts.ts'
import type { SearchField, Tuning } from './tuning.ts'

/** What is known of the visitor beside the query, as a reason for one article. */
export interface Prior {
  /** how much the visitor's whereabouts speak for it, 0 to 1 */
  value: number
  /** such as `page:/facturation`; `use` where they do not */
  why: string
  /** how much it is read and found helpful, 0 to 1; decides between articles that answer alike */
  use?: number
}

export interface RankedDocument {
  document: number
  score: number
  /** share of the query's weight that the article holds, 0 to 1 */
  coverage: number
  /** how much of its title the query says, 0 to 1 */
  title: number
  /** share of the query's weight in its best passage, with the title */
  passage: number
}

export interface RankOptions {
  filter: ((document: number) => boolean) | undefined
  /** what it adds to the score, as a share of that */
  prior: ((document: number) => number) | undefined
  /** how much of an article's title or symptom the query is, word for word, 0 to 1 */
  wording: (document: number) => number
}

/** One concept's best in each article that says it. */
interface ConceptHits {
  weight: number
  /** articles that say it, in no order */
  documents: number[]
  strengths: Float32Array
  /** every field it stands in, as bits */
  fields: Uint8Array
  passages: Uint32Array
}

export class Ranker {
  readonly #postings: Postings
  readonly #size: number
  readonly #tuning: Tuning
  /** what a word weighs like that no owner wrote: one that this many articles have */
  readonly #unknownDocuments: number
  /** how much all words of a title weigh, article by article */
  readonly #titleWeights: Float64Array

  constructor(postings: Postings, size: number, tuning: Tuning) {
    this.#postings = postings
    this.#size = size
    this.#tuning = tuning
    this.#unknownDocuments = Math.min(tuning.unknownDocuments, size / 8)
    this.#titleWeights = new Float64Array(size)
    for (const { from, to, written } of postings.spans()) {
      const rarity = this.#rarity(written)
      for (let at = from; at < to; at++) {
        const document = postings.documents[at] ?? 0
        if ((postings.fields[at] ?? 0) & titleField) {
          this.#titleWeights[document] = (this.#titleWeights[document] ?? 0) + rarity
        }
      }
    }
  }

  /** What a concept weighs: how rare its first way is; more than any other when no article can say it. */
  weightOf(concept: Concept): number {
    if (concept.kind === 'negation') return 0
    const [nearest] = concept.alternatives
    return (
      this.#rarity(nearest ? this.#documentsOf(nearest) : this.#unknownDocuments) *
      (concept.weak ? this.#tuning.weak : 1)
    )
  }

  /** Best first; equal scores in the order the articles were given. */
  rank(concepts: readonly Concept[], { filter, prior, wording }: RankOptions): RankedDocument[] {
    const asked = this.#mostTelling(concepts)
    const total = asked.reduce((sum, concept) => sum + this.weightOf(concept), 0)
    if (total === 0) return []
    const scores = new Float64Array(this.#size)
    const held = new Float64Array(this.#size)
    const titles = new Float64Array(this.#size)
    const hits = asked.map((concept) => this.#hitsOf(concept, scores))
    const visitorsSay = this.#wholeInPhrases(hits)
    for (const { weight, documents, strengths, fields } of hits) {
      for (const document of documents) {
        const worth = weight * (strengths[document] ?? 0)
        const stands = fields[document] ?? 0
        const share = stands & aboutFields || visitorsSay(document) ? 1 : this.#tuning.bodyShare
        held[document] = (held[document] ?? 0) + worth * share
        if (stands & titleField) titles[document] = (titles[document] ?? 0) + worth
      }
    }
    const ranked: RankedDocument[] = []
    for (let document = 0; document < this.#size; document++) {
      const coverage = (held[document] ?? 0) / total
      if (coverage < this.#tuning.floor || (filter && !filter(document))) continue
      const title = Math.min(1, (titles[document] ?? 0) / (this.#titleWeights[document] || 1))
      const score =
        (scores[document] ?? 0) * coverage ** this.#tuning.coveragePower * (1 + this.#tuning.wholeTitle * title)
      ranked.push({ document, score, coverage, title, passage: 0 })
    }
    ranked.sort(byScore)
    for (const one of ranked.slice(0, this.#tuning.passageDepth)) {
      one.passage = bestPassage(one.document, hits) / total
      one.score *= 1 + this.#tuning.passage * one.passage
    }
    if (prior) for (const one of ranked) one.score *= 1 + prior(one.document)
    const best = ranked.reduce((most, { score }) => Math.max(most, score), 0)
    // What holds an owner's phrase word for word holds all of the query.
    for (const one of ranked) {
      if (one.coverage > nearlyAll) one.score += this.#tuning.wording * best * wording(one.document) ** 2
    }
    ranked.sort(byScore)
    return ranked.filter(({ score }) => score >= best * this.#tuning.tail)
  }

  /**
   * Whether what visitors said of an article answers the query: one of their phrases holds all of it that its owner does not say.
   * Part of a phrase does not, for most words of a long one are incidental.
   */
  #wholeInPhrases(hits: readonly ConceptHits[]): (document: number) => boolean {
    const phrases = new Uint32Array(this.#size).fill(allPhrases)
    const said = new Uint8Array(this.#size)
    const asked = hits.filter(({ weight }) => weight > 0)
    for (const { documents, fields, passages } of asked) {
      for (const document of documents) {
        const stands = fields[document] ?? 0
        if (!(stands & (aboutFields | learnedField))) continue
        said[document] = (said[document] ?? 0) + 1
        if (!(stands & aboutFields)) phrases[document] = (phrases[document] ?? 0) & (passages[document] ?? 0)
      }
    }
    return (document) => said[document] === asked.length && phrases[document] !== 0
  }

  /** Terms of the concepts that an article holds, each with the fields it stands in. */
  explain(concepts: readonly Concept[], document: number): Record<string, SearchField[]> {
    const terms: Record<string, SearchField[]> = {}
    for (const { alternatives } of concepts) {
      for (const alternative of alternatives) {
        for (const [term, place] of this.#placesIn(document, alternative)) {
          const bits = this.#postings.fields[place] ?? 0
          terms[term] = fieldNames.filter((_, field) => bits & (1 << field))
        }
      }
    }
    return terms
  }

  /** Whether an article says a concept in some way. */
  holds(concept: Concept, document: number): boolean {
    return concept.alternatives.some((alternative) => this.#placesIn(document, alternative).length > 0)
  }

  /** Each term of an alternative with its posting in the article; [] unless the article has them all. */
  #placesIn(document: number, { terms }: Alternative): [term: string, place: number][] {
    const places = terms.map((term): [string, number] => {
      const span = this.#postings.span(term)
      return [term, span ? this.#postings.placeOf(document, span) : -1]
    })
    return places.every(([, place]) => place >= 0) ? places : []
  }

  /** Of a long query, its rarest words; negation always. */
  #mostTelling(concepts: readonly Concept[]): readonly Concept[] {
    if (concepts.length <= this.#tuning.maxConcepts) return concepts
    const weights = new Map(concepts.map((concept) => [concept, this.weightOf(concept)]))
    const byWeight = [...concepts].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
    const kept = new Set(byWeight.slice(0, this.#tuning.maxConcepts))
    return concepts.filter((concept) => kept.has(concept) || concept.kind === 'negation')
  }

  /** Adds a concept's part to each article's score. */
  #hitsOf(concept: Concept, scores: Float64Array): ConceptHits {
    const size = this.#size
    const best = new Float32Array(size)
    const hits: ConceptHits = {
      weight: this.weightOf(concept),
      documents: [],
      strengths: new Float32Array(size),
      fields: new Uint8Array(size),
      passages: new Uint32Array(size),
    }
    const main = concept.alternatives[0]
    const mostRare = main && concept.known ? this.#rarity(this.#documentsOf(main)) : Number.POSITIVE_INFINITY
    const share = concept.weak ? this.#tuning.weak : 1
    for (const alternative of concept.alternatives) {
      const rarity = Math.min(mostRare, this.#rarity(this.#documentsOf(alternative)))
      const worth = alternative.weight * (concept.kind === 'negation' ? this.#tuning.negation : rarity * share)
      this.#eachPosting(alternative, (document, frequency, fields, passages) => {
        const isNew = hits.strengths[document] === 0
        if (isNew) hits.documents.push(document)
        const score = (worth * frequency) / (frequency + this.#tuning.saturation)
        if (score > (best[document] ?? 0)) best[document] = score
        if (isNew || alternative.weight >= (hits.strengths[document] ?? 0))
          hits.strengths[document] = alternative.weight
        hits.fields[document] = (hits.fields[document] ?? 0) | fields
        hits.passages[document] = (hits.passages[document] ?? 0) | passages
      })
    }
    for (const document of hits.documents) scores[document] = (scores[document] ?? 0) + (best[document] ?? 0)
    return hits
  }

  #eachPosting(
    { terms }: Alternative,
    visit: (document: number, frequency: number, fields: number, passages: number) => void,
  ): void {
    const { documents, frequencies, fields, passages } = this.#postings
    const spans = terms.flatMap((term) => this.#postings.span(term) ?? [])
    spans.sort((a, b) => a.to - a.from - (b.to - b.from))
    const [shortest, ...others] = spans
    if (!shortest || spans.length < terms.length) return
    for (let at = shortest.from; at < shortest.to; at++) {
      const document = documents[at] ?? 0
      if (others.length === 0) {
        visit(document, frequencies[at] ?? 0, fields[at] ?? 0, passages[at] ?? 0)
        continue
      }
      const together = this.#together(document, at, others)
      if (together) visit(document, together.frequency, together.fields, together.passages)
    }
  }

  /** Several terms in one article: as frequent as the rarest, in the fields and passages they share, else weakly anywhere. */
  #together(document: number, first: number, others: readonly Span[]) {
    const { frequencies, fields, passages } = this.#postings
    let frequency = frequencies[first] ?? 0
    let sharedFields = fields[first] ?? 0
    let sharedPassages = passages[first] ?? 0
    for (const span of others) {
      const place = this.#postings.placeOf(document, span)
      if (place < 0) return undefined
      frequency = Math.min(frequency, frequencies[place] ?? 0)
      sharedFields &= fields[place] ?? 0
      sharedPassages &= passages[place] ?? 0
    }
    return sharedPassages === 0
      ? { frequency: frequency * apartShare, fields: 0, passages: 0 }
      : { frequency, fields: sharedFields, passages: sharedPassages }
  }

  #documentsOf({ terms }: Alternative): number {
    return Math.min(...terms.map((term) => this.#postings.documentsOf(term) || this.#unknownDocuments))
  }

  #rarity(documents: number): number {
    return Math.log(1 + (this.#size - documents + 0.5) / (documents + 0.5))
  }
}

/** What the words of a phrase count that stand in different passages. */
const apartShare = 0.3

/** A coverage of all but what adding up in floating point loses. */
const nearlyAll = 0.999

function byScore(a: RankedDocument, b: RankedDocument): number {
  return b.score - a.score || a.document - b.document
}

/** The most weight that one passage holds; the title stands above every passage. */
function bestPassage(document: number, hits: readonly ConceptHits[]): number {
  const inPassage = new Float64Array(32)
  let everywhere = 0
  for (const { weight, strengths, passages } of hits) {
    const bits = passages[document] ?? 0
    const worth = weight * (strengths[document] ?? 0)
    if (bits === 0 || worth === 0) continue
    if (bits & titlePassage) {
      everywhere += worth
      continue
    }
    for (let bit = 1; bit < 32; bit++) if ((bits >>> bit) & 1) inPassage[bit] = (inPassage[bit] ?? 0) + worth
  }
  return everywhere + Math.max(...inPassage)
}
