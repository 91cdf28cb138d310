/** One tour in words that every library's own can be made from. Pure. */

export interface TourTarget {
  /** what an author would write by hand; all that the peers go by */
  css: string
  role?: string
  name?: string
  within?: string
  /** in the page: finds it where a selector does not reach, for libraries that take a function */
  locate?: string
}

export interface TourStep {
  title: string
  text: string
  target?: TourTarget
  /** what the person does in the page to get on; by the card's own button where it is left out */
  on?: 'click' | 'submit'
  /** path of the page it stands on, where the tour crosses pages */
  page?: string
}

/** The tour as our authors write it. */
export function toFlow(id: string, steps: readonly TourStep[]): object {
  return {
    id,
    title: 'Visite',
    steps: steps.map(({ title, text, target, on, page }, index) => {
      const { locate: _, ...signals } = target ?? { css: '' }
      return {
        id: `etape-${index + 1}`,
        title,
        text,
        ...(target && { target: signals, fallback: { text } }),
        ...(on && { advance: { on } }),
        ...(page && { page }),
      }
    }),
  }
}
