import { showWith } from '../../ui/show-view.ts'
import { openNeighbours } from './open-neighbours.ts'

export const show = showWith(openNeighbours)
