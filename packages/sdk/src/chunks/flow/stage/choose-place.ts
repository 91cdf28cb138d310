/**
 * Where the card stands beside its target. Pure.
 * A few lines for one card replace a general positioning engine: 0.4 kB instead of 2.3 in a budget of 14.
 */
import type { Box } from './visible-rect.ts'

export type Side = 'bottom' | 'top' | 'right' | 'left'

export interface Place {
  x: number
  y: number
  side: Side
}

/** px between target and card: the ring and the caret stand in it */
export const gap = 16
/** px kept free at the edges of the window */
export const edge = 8

/**
 * The first side with room for the whole card, below first; where there is none, the side with the most room. The card
 * always ends up inside the window, over the target if it must.
 *
 * @param view the part of the window that shows
 */
export function choosePlace(target: Box, card: { width: number; height: number }, view: Box): Place {
  const right = target.x + target.width
  const bottom = target.y + target.height
  const spare: [Side, number][] = [
    ['bottom', view.y + view.height - bottom - card.height],
    ['top', target.y - view.y - card.height],
    ['right', view.x + view.width - right - card.width],
    ['left', target.x - view.x - card.width],
  ]
  const fitting =
    spare.find(([, px]) => px >= gap + edge) ?? spare.reduce((best, next) => (next[1] > best[1] ? next : best))
  const [side] = fitting
  const x =
    side === 'right'
      ? right + gap
      : side === 'left'
        ? target.x - gap - card.width
        : target.x + (target.width - card.width) / 2
  const y =
    side === 'bottom'
      ? bottom + gap
      : side === 'top'
        ? target.y - gap - card.height
        : target.y + (target.height - card.height) / 2
  return {
    x: within(x, view.x + edge, view.x + view.width - card.width - edge),
    y: within(y, view.y + edge, view.y + view.height - card.height - edge),
    side,
  }
}

/** `value` between `low` and `high`; `low` where they cross. */
export function within(value: number, low: number, high: number): number {
  return Math.round(Math.max(low, Math.min(value, high)))
}
