/**
 * How Algolia is to search the records: fields in the order of their worth, plurals and stop words of the help's languages, synonyms. Pure.
 * Source: docs/search.md#publishing-to-algolia
 */
import type { loadContent } from '@fanal/server'
import type { IndexSettings, SupportedLanguage, SynonymHit } from 'algoliasearch'

type Synonyms = Awaited<ReturnType<typeof loadContent>>['synonyms']

/** Algolia knows more; these are the ones it has plurals and stop words for and a help has been written in. */
const languages: Readonly<Record<string, SupportedLanguage>> = {
  fr: 'fr',
  en: 'en',
  de: 'de',
  es: 'es',
  it: 'it',
  nl: 'nl',
  pt: 'pt',
}

/** @param locales such as `fr` or `fr-BE`; the first is the main one */
export function toSettings(locales: readonly string[]): IndexSettings {
  const spoken = [...new Set(locales.flatMap((locale) => languages[locale.split('-', 1)[0] ?? ''] ?? []))]
  return {
    searchableAttributes: [
      'unordered(title)',
      'unordered(symptoms)',
      'errors',
      'summary',
      'headings',
      'unordered(body)',
    ],
    attributesForFaceting: [
      'searchable(category)',
      'locale',
      'topics',
      'features',
      'audience',
      'filterOnly(articleId)',
      'filterOnly(errors)',
    ],
    unretrievableAttributes: ['part'],
    attributesToHighlight: ['title', 'summary', 'category'],
    attributesToSnippet: ['body:30'],
    customRanking: ['asc(part)'],
    attributeForDistinct: 'articleId',
    distinct: true,
    removeWordsIfNoResults: 'allOptional',
    disableTypoToleranceOnAttributes: ['errors'],
    ...(spoken.length === 0
      ? {}
      : { queryLanguages: spoken, indexLanguages: spoken, ignorePlurals: spoken, removeStopWords: spoken }),
  }
}

/** Algolia takes no more phrases in one two-way group. */
const maxGroup = 20

/** A group is two-way, `input` with `synonyms` one-way; a group too large for Algolia becomes as many one-way ones. */
export function toSynonyms(groups: Synonyms): SynonymHit[] {
  return groups.flatMap((group, place): SynonymHit[] => {
    const objectID = `synonym-${place + 1}`
    if ('input' in group) return [oneWay(objectID, group.input, group.synonyms)]
    if (group.length <= maxGroup) return [{ objectID, type: 'synonym', synonyms: [...group] }]
    return group.map((input, of) => {
      const others = group.filter((phrase) => phrase !== input)
      return oneWay(`${objectID}-${of + 1}`, input, others)
    })
  })
}

function oneWay(objectID: string, input: string, synonyms: readonly string[]): SynonymHit {
  return { objectID, type: 'onewaysynonym', input, synonyms: [...synonyms] }
}
