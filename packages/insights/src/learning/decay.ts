/**
 * How evidence fades: people's words change, and so does what an article says. The half-life of everything that is learnt stands here.
 * Source: docs/search.md#learned-phrasings
 */
const halfLifeMs = 90 * 24 * 3_600_000

/** What a signal still counts after `ageMs` milliseconds: 1 at first, a half after 90 days; never over 1. */
export function decay(ageMs: number): number {
  return 2 ** (-Math.max(0, ageMs) / halfLifeMs)
}
