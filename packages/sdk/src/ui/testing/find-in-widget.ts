/** Finds parts of a widget as people do: by role and name, inside its shadow root. */
import { configure, within } from '@testing-library/preact'
import { type FakeWidget, type FakeWidgetOptions, startFakeWidget } from './fake-runtime.ts'

// The default prints the container, which must not be a shadow root.
configure({ getElementError: (message) => new Error(message ?? 'not found') })

export type WidgetQueries = ReturnType<typeof within>

/** Queries over everything in the shadow root; names are compared with no-break spaces read as spaces. */
export function inWidget(widget: FakeWidget): WidgetQueries {
  return within(widget.runtime.root as unknown as HTMLElement)
}

/** A name as the contract writes it, matching whatever kind of space stands in it. */
export function named(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll(' ', '\\s')}$`)
}

let running: FakeWidget[] = []

export function startWidget(options?: FakeWidgetOptions): FakeWidget {
  const widget = startFakeWidget(options)
  running.push(widget)
  return widget
}

/** For `afterEach`. */
export function endWidgets(): void {
  for (const widget of running) widget.destroy()
  running = []
}
