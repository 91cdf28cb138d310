/** The factors behind an item's score, for showing; the score itself is computed by @fanal/insights. Pure. */
import type { BacklogItem } from '@fanal/contract'

export interface ScoreFactors {
  accounts: number
  /** as it weighs in the score: each account counts for 5 episodes at most */
  episodesPerAccount: number
  severity: number
  score: number
}

/** The middle factor is what the score holds besides accounts and severity, so that the shown product is always exact. */
export function scoreFactors({ accounts, severity, score }: BacklogItem): ScoreFactors {
  const rest = accounts * severity
  return { accounts, episodesPerAccount: rest === 0 ? 0 : score / rest, severity, score }
}
