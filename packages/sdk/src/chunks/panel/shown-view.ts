/** A view while it is on screen. */
export interface ShownView {
  /** Brings it in step with where the person is and what has arrived. */
  update(): void
  end(): void
}
