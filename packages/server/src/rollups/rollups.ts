/** Every roll-up there is: what `fanal rebuild` makes again. */
import { phrasingsRollup } from '../learning/phrasings-rollup.ts'
import type { Rollup } from './rollup.ts'

export const rollups: readonly Rollup[] = [phrasingsRollup]
