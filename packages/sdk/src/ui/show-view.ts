/** How a view is put into the panel and taken out again; one view for each place. */
import type { ShowView } from '../chunks.ts'

export interface OpenedView<Props> {
  /** The panel was drawn again; only for views whose props change while they are shown. */
  update?(props: Props): void
  /** The view leaves: what it listens to and waits for goes with it. */
  end(): void
}

export function showWith<Props>(open: (into: Element, props: Props) => OpenedView<Props>): ShowView<Props> {
  const opened = new WeakMap<Element, OpenedView<Props>>()
  return (into, props) => {
    const view = opened.get(into)
    if (!props) {
      view?.end()
      opened.delete(into)
      into.replaceChildren()
    } else if (view) view.update?.(props)
    else opened.set(into, open(into, props))
  }
}
