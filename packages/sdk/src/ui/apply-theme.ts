/** Gives a surface of the widget the theme of the project; `auto` leaves it to the system (tokens.css). */
import type { Runtime } from '../runtime.ts'

/**
 * Applies the theme now, and when the settings arrive.
 *
 * @returns undoes what it listens to
 */
export function applyTheme(runtime: Runtime, element: HTMLElement): () => void {
  const apply = () => {
    element.dataset.theme = runtime.config?.widget.theme ?? 'auto'
  }
  apply()
  return runtime.on('ready', apply)
}
