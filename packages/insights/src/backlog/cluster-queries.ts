/**
 * Groups failed searches by problem, the same way whatever order they came in.
 * Items that exist come first: what they already stand for goes to them, so that a problem never opens twice.
 * Source: docs/metrics.md#the-backlog
 */
import { compareText } from '../history.ts'
import type { JudgedSearch } from '../searches.ts'
import { fingerprint } from './fingerprint.ts'
import { queryWords, similarity } from './query-words.ts'

/** Words in common ÷ all words, from which two queries tell of one problem. */
const sameProblemMin = 0.6

/** Searches with the same words once endings, order and empty words are folded. */
export interface QueryGroup {
  words: readonly string[]
  fingerprint: string
  searches: JudgedSearch[]
}

/** What an existing item stands for. */
export interface Anchor {
  itemId: string
  queries: readonly string[]
  fingerprints: readonly string[]
}

export interface QueryCluster {
  /** null: no item stands for it yet */
  itemId: string | null
  /** the one with most searches first */
  groups: QueryGroup[]
}

interface OpenCluster extends QueryCluster {
  /** what a group is compared with: never grows while clustering, so that problems do not chain into one another */
  words: readonly (readonly string[])[]
  fingerprints: ReadonlySet<string>
}

/**
 * @param anchors existing items, the ones that win ties first
 * @returns clusters with at least one group
 */
export function clusterQueries(searches: readonly JudgedSearch[], anchors: readonly Anchor[]): QueryCluster[] {
  const clusters: OpenCluster[] = anchors.map(({ itemId, queries, fingerprints }) => ({
    itemId,
    groups: [],
    words: queries.map(queryWords),
    fingerprints: new Set(fingerprints),
  }))
  for (const group of groupByWords(searches)) {
    const home = findHome(group, clusters)
    if (home) home.groups.push(group)
    else {
      clusters.push({
        itemId: null,
        groups: [group],
        words: [group.words],
        fingerprints: new Set([group.fingerprint]),
      })
    }
  }
  return clusters.filter(({ groups }) => groups.length > 0).map(({ itemId, groups }) => ({ itemId, groups }))
}

function groupByWords(searches: readonly JudgedSearch[]): QueryGroup[] {
  return [...Map.groupBy(searches, ({ signal }) => queryWords(signal.props.query).join(' '))]
    .filter(([key]) => key !== '')
    .sort(([a, own], [b, other]) => other.length - own.length || compareText(a, b))
    .map(([key, own]) => ({ words: key.split(' '), fingerprint: fingerprint(key), searches: own }))
}

/** The cluster that knows these very words, else the nearest one; of equally near ones the first. */
function findHome(group: QueryGroup, clusters: readonly OpenCluster[]): OpenCluster | undefined {
  const known = clusters.find(({ fingerprints }) => fingerprints.has(group.fingerprint))
  if (known) return known
  let best: OpenCluster | undefined
  let bestSimilarity = 0
  for (const cluster of clusters) {
    const nearness = Math.max(0, ...cluster.words.map((words) => similarity(words, group.words)))
    if (nearness >= sameProblemMin && nearness > bestSimilarity) {
      best = cluster
      bestSimilarity = nearness
    }
  }
  return best
}
