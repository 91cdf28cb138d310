/** What a page does to a tour, and what has to be true all the same. */
import type { Stage, Verdict } from './stage.ts'
import type { TourStep } from './tour.ts'

export interface Scenario {
  /** also its address: /s/ID */
  id: string
  name: string
  steps: TourStep[]
  body: string
  /** the page's own script, served from its own origin */
  script?: string
  /** further pages by path, with the same tour */
  pages?: Record<string, string>
  html?: string
  /** the page's own Content-Security-Policy; `{fanal}` is our server */
  policy?: string
  viewport?: { width: number; height: number }
  reducedMotion?: boolean
  run(stage: Stage): Promise<Verdict>
}

/** The target that most scenarios point at. */
export const printButton = { css: '#imprimer', role: 'button', name: 'Imprimer' }

export const step = (title: string, rest: Partial<TourStep> = {}): TourStep => ({
  title,
  text: `Voici l’étape ${title.toLowerCase()}.`,
  ...rest,
})
